import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";

describe("protobufjs", () => {
  it("exists once for all packages that read histories: with two, a recorded history can't be read", () => {
    const packages = ["@temporalio/proto", "@temporalio/common", "@temporalio/worker"];
    const copies = packages.map((name) =>
      createRequire(createRequire(import.meta.url).resolve(name)).resolve("protobufjs"),
    );
    expect(new Set(copies).size).toBe(1);
  });
});
