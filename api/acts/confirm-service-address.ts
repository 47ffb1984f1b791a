import { Type } from "typebox";
import { BadInputError } from "../use-cases/faults.ts";
import { defineAct } from "./act-body.ts";
import { day, EVIDENCE_REF, line, text, toDay } from "./parts.ts";

/** 确认送达地址: by the party on its own page, or by the officer from a signed paper. */
export const confirmServiceAddress = defineAct({
  kind: "confirm-service-address",
  bodySchema: Type.Object(
    {
      recipient: line("收件人", 100),
      address: line("送达地址", 300),
      phone: line("联系电话", 50),
      electronic: Type.Boolean({ title: "同意电子送达" }),
      electronicAddress: text("电子地址", 200),
      confirmedOn: day("确认日"),
      evidence: Type.Union([EVIDENCE_REF, Type.Null()], { title: "签名的确认书" }),
    },
    { additionalProperties: false },
  ),
  toCommand: async (body, { takeEvidence, keepServiceAddress }) => {
    const { recipient, address, phone, electronic, electronicAddress } = body;
    if (electronic && electronicAddress.trim() === "") {
      const message = "同意电子送达的，请填写电子地址";
      throw new BadInputError([{ field: "/electronicAddress", message }]);
    }
    return {
      kind: "confirm-service-address",
      addressId: await keepServiceAddress({ recipient, address, phone, electronicAddress }),
      confirmedOn: toDay(body.confirmedOn),
      electronic,
      evidence: body.evidence === null ? null : await takeEvidence(body.evidence),
    };
  },
});
