/** As much of DER as finding one's way in a signature takes. Source: ITU-T X.690, sections 8.1 and 10.1. */

export interface DerNode {
  readonly tag: number;
  /** The value, without tag and length. */
  readonly content: Buffer;
  /** The whole encoding. */
  readonly bytes: Buffer;
}

export const DER = { integer: 0x02, sequence: 0x30, set: 0x31, explicit0: 0xa0 } as const;

/** @returns undefined where the bytes begin with no node that lies within them; indefinite lengths are no DER */
export function readDer(bytes: Buffer): DerNode | undefined {
  const [tag, first] = bytes;
  // Tags of several bytes occur in no signature.
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) return undefined;
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  if (first === 0x80 || lengthBytes > 4 || bytes.length < 2 + lengthBytes) return undefined;
  const length = lengthBytes === 0 ? first : bytes.readUIntBE(2, lengthBytes);
  const start = 2 + lengthBytes;
  if (start + length > bytes.length) return undefined;
  return { tag, content: bytes.subarray(start, start + length), bytes: bytes.subarray(0, start + length) };
}

/** The nodes that a content consists of; undefined when it is anything else. */
export function readDerList(content: Buffer): readonly DerNode[] | undefined {
  const nodes: DerNode[] = [];
  for (let rest = content; rest.length > 0; ) {
    const node = readDer(rest);
    if (node === undefined) return undefined;
    nodes.push(node);
    rest = rest.subarray(node.bytes.length);
  }
  return nodes;
}
