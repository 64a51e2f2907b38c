/** The cells of a hive in one bin; offsets are relative to the end of the base block, as the format counts them. */

const BIN_HEADER_SIZE = 32;
const BIN_ALIGNMENT = 4096;

export class CellArea {
  private readonly parts = new Map<number, Buffer>();
  private end = BIN_HEADER_SIZE;

  reserve(size: number): number {
    const offset = this.end;
    const bytes = Buffer.alloc((size + 4 + 7) & ~7);
    // An allocated cell carries its size negated.
    bytes.writeInt32LE(-bytes.length, 0);
    this.parts.set(offset, bytes);
    this.end += bytes.length;
    return offset;
  }

  add(data: Buffer): number {
    const offset = this.reserve(data.length);
    this.fill(offset, data);
    return offset;
  }

  fill(offset: number, data: Buffer): void {
    data.copy(this.at(offset), 4);
  }

  patch(offset: number, position: number, value: number): void {
    this.at(offset).writeUInt32LE(value, 4 + position);
  }

  finish(): Buffer {
    const size = Math.ceil((this.end + 8) / BIN_ALIGNMENT) * BIN_ALIGNMENT;
    const bin = Buffer.alloc(size);
    bin.write('hbin', 0, 'latin1');
    bin.writeUInt32LE(0, 4);
    bin.writeUInt32LE(size, 8);
    for (const [offset, bytes] of this.parts) bytes.copy(bin, offset);
    bin.writeInt32LE(size - this.end, this.end);
    return bin;
  }

  private at(offset: number): Buffer {
    const part = this.parts.get(offset);
    if (!part) throw new RangeError(`no cell at ${offset}`);
    return part;
  }
}
