import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  maskAddress,
  maskCode,
  maskPersonName,
  maskPhone,
  maskResidentIdNumber,
} from "../../../domain/masking/mask.ts";
import { isResidentIdNumber } from "../../../domain/parties/resident-identity-number.ts";

describe("masking", () => {
  it.each([
    ["张三", "张*"],
    ["张三丰", "张**"],
    ["欧阳明月", "欧阳**"],
    ["欧阳修", "欧阳*"],
    ["司马", "司*"],
    ["甘", "*"],
    ["", ""],
    ["𫖯有𬴂", "𫖯**"],
    ["买买提·艾力", "买*****"],
    ["John Smith", "J*********"],
    ["【虚构】甘某某", "【虚构】甘**"],
    ["【示例】欧阳某某", "【示例】欧阳**"],
    ["【其他】甘某", "【*****"],
  ])("shows the name %s as %s", (name, masked) => {
    expect(maskPersonName(name)).toBe(masked);
  });

  it.each([
    ["13812345678", "138****5678"],
    ["138-1234-5678", "138****5678"],
    ["0774-1234567", "****-*******"],
    ["+86 13812345678", "+** ***********"],
  ])("shows the telephone number %s as %s", (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked);
  });

  it.each([
    ["广西壮族自治区梧州市万秀区大中路1号", "广西壮族自治区梧州市万秀区****"],
    ["广西壮族自治区梧州市苍梧县石桥镇某村2组", "广西壮族自治区梧州市苍梧县****"],
    ["梧州市岑溪市城中街3号", "梧州市岑溪市****"],
    ["桂林市龙胜各族自治县某村", "桂林市龙胜各族自治县****"],
    ["大中路1号万秀小区3栋", "****"],
    ["梧州市新兴二路小区3栋", "梧州市****"],
    ["梧州市东兴社区5号", "梧州市****"],
    ["农贸市场8号", "****"],
    ["", "****"],
  ])("shows the address %s as %s", (address, masked) => {
    expect(maskAddress(address)).toBe(masked);
  });

  it("shows of an identity number the district, and the tail only where it is asked for", () => {
    expect(maskResidentIdNumber("11010519491231002X")).toBe("110105************");
    expect(maskResidentIdNumber("11010519491231002X", 4)).toBe("110105********002X");
  });

  it("shows nothing of what is no identity number", () => {
    expect(maskResidentIdNumber("护照E12345678")).toBe("***********");
    expect(maskResidentIdNumber("110105194912310021", 4)).toBe("*".repeat(18));
  });

  it("shows of a secret code only its shape", () => {
    expect(maskCode("7KQM-2XPA-9RTE")).toBe("****-****-****");
  });
});

const DIGITS = fc.stringMatching(/^[1-9]\d{16}$/);
const HAN = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((point) => String.fromCodePoint(point));

describe("properties of masking", () => {
  it("never lets the birth date of a valid identity number through", () => {
    fc.assert(
      fc.property(
        fc.date({
          min: new Date("1900-01-01T00:00:00Z"),
          max: new Date("2099-12-31T00:00:00Z"),
          noInvalidDate: true,
        }),
        fc.constantFrom<0 | 4>(0, 4),
        (birth, tail) => {
          const born = birth.toISOString().slice(0, 10).replaceAll("-", "");
          const number = [..."0123456789X"]
            .map((check) => `450403${born}123${check}`)
            .find(isResidentIdNumber);
          if (number === undefined) throw new Error("no check character fits");
          const masked = maskResidentIdNumber(number, tail);
          expect(masked).toHaveLength(18);
          expect(masked.slice(6, 14)).toBe("********");
          expect(masked.slice(14)).toBe(tail === 4 ? number.slice(14) : "****");
        },
      ),
      { seed: 5, numRuns: 300 },
    );
  });

  it("lets no run of more than six digits survive in numbers of any kind", () => {
    fc.assert(
      fc.property(DIGITS, fc.constantFrom("", "-", " "), (digits, gap) => {
        const text = digits.slice(0, 4) + gap + digits.slice(4);
        for (const masked of [maskPhone(text), maskResidentIdNumber(text), maskCode(text)]) {
          expect(masked).not.toMatch(/\d{7,}/);
        }
        expect(maskAddress(`梧州市万秀区大中路${text}号`)).not.toMatch(/\d/);
      }),
      { seed: 6, numRuns: 300 },
    );
  });

  it("keeps the length of a name and never its last character", () => {
    fc.assert(
      fc.property(fc.array(HAN, { minLength: 1, maxLength: 6 }), (characters) => {
        const masked = [...maskPersonName(characters.join(""))];
        expect(masked).toHaveLength(characters.length);
        expect(masked.at(-1)).toBe("*");
        expect(masked.filter((character) => character !== "*").length).toBeLessThanOrEqual(2);
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  it("never lets a street through, whatever its name", () => {
    fc.assert(
      fc.property(
        fc.array(HAN, { minLength: 2, maxLength: 4 }).map((parts) => parts.join("")),
        fc.constantFrom("路", "街", "巷", "大道", "村", "小区", "园"),
        fc.integer({ min: 1, max: 999 }),
        (name, kind, number) => {
          fc.pre(!/[省市县区旗州盟]/.test(name));
          const masked = maskAddress(`广西壮族自治区梧州市万秀区${name}${kind}${String(number)}号`);
          expect(masked).toBe("广西壮族自治区梧州市万秀区****");
        },
      ),
      { seed: 8, numRuns: 500 },
    );
  });
});
