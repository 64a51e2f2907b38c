/** Changes in the bytes of a hive, for what our own builders never write: other kinds of lists, large values, damage. */

const BASE_BLOCK = 4096;

export class HiveBytes {
  readonly bytes: Buffer;

  /** @param bytes a hive whose last cell is free */
  constructor(bytes: Buffer) {
    this.bytes = Buffer.from(bytes);
  }

  u16(cell: number, at: number): number {
    return this.bytes.readUInt16LE(BASE_BLOCK + cell + 4 + at);
  }

  u32(cell: number, at: number): number {
    return this.bytes.readUInt32LE(BASE_BLOCK + cell + 4 + at);
  }

  set16(cell: number, at: number, value: number): void {
    this.bytes.writeUInt16LE(value, BASE_BLOCK + cell + 4 + at);
  }

  set32(cell: number, at: number, value: number): void {
    this.bytes.writeUInt32LE(value, BASE_BLOCK + cell + 4 + at);
  }

  setText(cell: number, at: number, text: string): void {
    this.bytes.write(text, BASE_BLOCK + cell + 4 + at, 'latin1');
  }

  /** Size of the cell with its own four bytes: negative while it is in use. */
  size(cell: number): number {
    return this.bytes.readInt32LE(BASE_BLOCK + cell);
  }

  /** Takes a cell out of the free one at the end. @returns its offset */
  allocate(content: Buffer): number {
    const size = (content.length + 4 + 7) & ~7;
    const free = this.lastCell();
    const left = this.size(free);
    if (left < size + 8) throw new RangeError(`${left} bytes are free`);
    this.bytes.writeInt32LE(-size, BASE_BLOCK + free);
    content.copy(this.bytes, BASE_BLOCK + free + 4);
    this.bytes.writeInt32LE(left - size, BASE_BLOCK + free + size);
    return free;
  }

  /** All cells, in order. */
  cells(): number[] {
    const found: number[] = [];
    for (let bin = 0; BASE_BLOCK + bin < this.bytes.length; ) {
      const end = bin + this.bytes.readUInt32LE(BASE_BLOCK + bin + 8);
      for (let cell = bin + 32; cell < end; cell += Math.abs(this.size(cell))) found.push(cell);
      bin = end;
    }
    return found;
  }

  used(): number[] {
    return this.cells().filter((cell) => this.size(cell) < 0);
  }

  lastCell(): number {
    return this.cells().at(-1) ?? 0;
  }

  /** Grows the hive by a bin that is one free cell. */
  grow(size: number): this {
    const bin = Buffer.alloc(size);
    bin.write('hbin', 0, 'latin1');
    bin.writeUInt32LE(this.bytes.length - BASE_BLOCK, 4);
    bin.writeUInt32LE(size, 8);
    bin.writeInt32LE(size - 32, 32);
    const grown = new HiveBytes(Buffer.concat([this.bytes, bin]));
    grown.bytes.writeUInt32LE(grown.bytes.length - BASE_BLOCK, 40);
    grown.seal();
    return grown as this;
  }

  /** Writes the checksum of the base block. */
  seal(): Buffer {
    let sum = 0;
    for (let at = 0; at < 508; at += 4) sum ^= this.bytes.readUInt32LE(at);
    this.bytes.writeUInt32LE(sum >>> 0, 508);
    return this.bytes;
  }
}
