/** A WIM that is nothing but its head and its XML data. */

/** Offsets as in WIMHEADER_V1_PACKED. */
export function sampleWim(xml: string, { part = 1, parts = 1, guid = 1 } = {}): Buffer {
  const header = Buffer.alloc(208);
  const data = Buffer.from(`\ufeff${xml}`, 'utf16le');
  header.write('MSWIM\0\0\0', 0, 'latin1');
  header.writeUInt32LE(208, 8);
  header.writeUInt8(guid, 24);
  header.writeUInt16LE(part, 40);
  header.writeUInt16LE(parts, 42);
  header.writeUIntLE(data.length, 72, 6);
  // RESHDR_FLAG_METADATA in the byte above the size.
  header.writeUInt8(2, 79);
  header.writeBigUInt64LE(208n, 80);
  return Buffer.concat([header, data]);
}
