import { SaxesParser } from "saxes";
import { FileFault } from "./file-fault.ts";

/** What happens on the way through an XML file; names come without their prefix. */
export interface XmlListener {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** Reads XML as it comes in; a declaration of entities or anything that is no XML ends in a `FileFault`. */
export interface XmlReader {
  readonly write: (bytes: Uint8Array) => void;
  readonly end: () => void;
}

export function readXml(listener: XmlListener): XmlReader {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const parser = new SaxesParser();
  const fail = (): never => {
    throw new FileFault("XLSX 文件的内容不是有效的表格，请重新保存后再上传");
  };
  parser.on("error", fail);
  parser.on("doctype", fail);
  parser.on("opentag", ({ name, attributes }) => listener.open?.(local(name), attributes));
  parser.on("text", (text) => listener.text?.(text));
  parser.on("cdata", (text) => listener.text?.(text));
  parser.on("closetag", ({ name }) => listener.close?.(local(name)));
  const guard = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      if (error instanceof TypeError) fail();
      throw error;
    }
  };
  return {
    write: (bytes) => {
      guard(() => parser.write(decoder.decode(bytes, { stream: true })));
    },
    end: () => {
      guard(() => parser.write(decoder.decode()).close());
    },
  };
}

function local(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
