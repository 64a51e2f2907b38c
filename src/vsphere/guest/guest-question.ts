/**
 * A question to a guest as PowerShell for Windows Server 2016 and later, and how its answer is packed: JSON, compressed, in pieces that
 * each fit into a command line, as guestinfo. For a file transfer the runner would have to reach the ESXi host and trust it.
 */

import { gunzipSync } from 'node:zlib';

/** Key of guestinfo, without `guestinfo.`: when it was answered, and in how many pieces; each piece is in the key with its number behind it. */
export const ANSWER_KEY = 'stillframe.answer';
/** Exit code of whoever has answered, so that no other end of PowerShell is taken for an answer. */
export const ANSWERED = 64;
/** Characters of a piece, as a command line takes them, and how many pieces are read at most: what a guest may set in all is 1 MiB (vmx). */
export const PIECE = 4000;
export const MAX_PIECES = 99;
/** Bytes of an answer that is unpacked. */
const MAX_ANSWER = 4 * 2 ** 20;

/**
 * How many pieces there are is said last: who sees it sees them all. vmtoolsd is asked as in open-vm-tools' own documentation of info-set.
 * @param gather PowerShell 5.1, ASCII, that nothing was put into; it leaves its answer in `$answer`, a hash table
 */
export function guestQuestion(gather: string): string {
  return `$ErrorActionPreference = 'Stop'
${gather.trimEnd()}
$ErrorActionPreference = 'Stop'
$bytes = [Text.Encoding]::UTF8.GetBytes((ConvertTo-Json $answer -Depth 4 -Compress))
$memory = New-Object -TypeName IO.MemoryStream
$zip = New-Object -TypeName IO.Compression.GZipStream -ArgumentList $memory, ([IO.Compression.CompressionMode]::Compress)
$zip.Write($bytes, 0, $bytes.Length)
$zip.Close()
$text = [Convert]::ToBase64String($memory.ToArray())
$toolsd = Join-Path $env:ProgramFiles 'VMware\\VMware Tools\\vmtoolsd.exe'
for ($i = 0; $i * ${PIECE} -lt $text.Length; $i++) {
  $piece = $text.Substring($i * ${PIECE}, [Math]::Min(${PIECE}, $text.Length - $i * ${PIECE}))
  & $toolsd --cmd ('info-set guestinfo.${ANSWER_KEY}.' + $i + ' ' + $piece)
  if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
}
& $toolsd --cmd ('info-set guestinfo.${ANSWER_KEY} ' + [DateTime]::UtcNow.Ticks + '-' + $i)
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
exit ${ANSWERED}
`;
}

/**
 * @param info a setting of the guest by its key
 * @returns undefined while it is not there as a whole: pieces of two answers have no common checksum
 */
export function unpackAnswer(info: (key: string) => string | undefined): { readonly value: unknown } | undefined {
  const [, count = ''] = /^\d+-(\d{1,2})$/.exec(info(ANSWER_KEY) ?? '') ?? [];
  if (count === '') return undefined;
  const pieces = Array.from({ length: Number(count) }, (_, index) => info(`${ANSWER_KEY}.${index}`) ?? '');
  try {
    const bytes = gunzipSync(Buffer.from(pieces.join(''), 'base64'), { maxOutputLength: MAX_ANSWER });
    return { value: JSON.parse(bytes.toString('utf8')) as unknown };
  } catch {
    return undefined;
  }
}

/** Keys of whatever answer stands there. */
export function answerKeys(info: (key: string) => string | undefined): readonly string[] {
  const keys = [ANSWER_KEY, ...Array.from({ length: MAX_PIECES }, (_, index) => `${ANSWER_KEY}.${index}`)];
  return keys.filter((key) => info(key) !== undefined);
}
