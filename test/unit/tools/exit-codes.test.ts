import { expect, it } from 'vitest';
import { explainExit } from '../../../src/tools/exit-codes.ts';

it.each([
  ['dism.exe', 0x800f081e, 'not applicable'],
  ['C:\\Windows\\System32\\Dism.exe', 0x800f0823, 'servicing stack update (SSU) first'],
  ['dism', 0x800f0998, 'servicing stack update (SSU) first'],
  ['dism', 0x800f0825, 'cannot be removed'],
  ['dism', 0x8007371b, 'servicing stack and the checkpoint'],
  ['dism', 0x800f0806, 'pending'],
  ['dism', 0xc1420117, 'holds files'],
  ['dism', 0xc1420127, 'mounted already'],
  ['dism', 50, 'older than the image'],
  ['dism', 87, 'parameter is not known'],
  ['dism', 0x80070057, 'parameter is not known'],
  ['dism', 112, 'disk is full'],
  ['dism', 0x80070070, 'disk is full'],
  ['dism', 740, 'elevated'],
  ['dism', 3010, 'It succeeded, and asks for a restart'],
  ['dism', 0x80073712, 'component store of the image is damaged'],
  ['diskpart.exe', 5, 'syntax'],
  ['diskpart', 4, 'Virtual Disk service'],
  ['bcdboot', 3, 'drive letters'],
  ['bcdboot', 0xc0e90002, 'System32'],
  ['bcdboot', -1058471934, 'System32'],
  ['wusa.exe', 2359302, 'installed already'],
  ['wusa', 0x80240017, 'not applicable'],
  ['wusa', 0x80070422, 'disabled'],
  ['msiexec', 1603, 'return value 3'],
  ['msiexec.exe', 1639, 'TARGETDIR="C:\\a b"'],
  ['msiexec', 1618, 'under way'],
  ['C:\\disc\\setup64.exe', 1618, 'under way'],
  ['setup', 3010, 'restart'],
  ['pnputil', 259, 'No device here needs'],
  ['pnputil', 0xe000022f, 'catalog'],
  ['expand', 1, 'cabinet'],
  ['reg', 1, 'held open'],
  ['reg', 5, 'administrator'],
  ['robocopy', 1, 'Not an error'],
  ['robocopy', 8, 'could not be copied'],
  ['7zz', 2, 'damaged'],
  ['/usr/bin/anything', 139, 'ACTIONS_RUNNER_DISABLE_NODE_MAGLEV=1'],
  ['anything.exe', 0xc0000409, 'ACTIONS_RUNNER_DISABLE_NODE_MAGLEV=1'],
  ['anything', -1073740791, 'ACTIONS_RUNNER_DISABLE_NODE_MAGLEV=1'],
  ['anything', 137, 'memory runs out'],
  ['dism', 0xc0000135, 'DLL'],
])('%s %d', (tool, exitCode, says) => {
  expect(explainExit(tool, { exitCode })).toContain(says);
});

it('reads the code that DISM prints before the one it ends with', () => {
  const tail =
    'Error: 0x800f0823\n\nThe package failed.\nThe DISM log file can be found at C:\\Windows\\Logs\\DISM\\dism.log';
  expect(explainExit('dism', { exitCode: 2, tail })).toContain('SSU');
  expect(explainExit('dism', { exitCode: 1, tail: 'Error: 87\n\nThe option is unknown.' })).toContain('parameter');
  expect(explainExit('dism', { exitCode: 112, tail: 'Error: 0x12345678' })).toContain('disk is full');
  expect(explainExit('bcdboot', { exitCode: 3, tail: 'Error: 0x800f0823' })).toContain('drive letters');
});

it.each([
  ['SIGSEGV', 'ACTIONS_RUNNER_DISABLE_NODE_MAGLEV=1'],
  ['SIGKILL', 'memory runs out'],
  ['SIGABRT', 'aborted'],
  ['SIGTERM', 'asked to end'],
] as const)('explains an end by %s', (signal, says) => {
  expect(explainExit('anything', { exitCode: null, signal })).toContain(says);
});

it('says nothing where it knows nothing', () => {
  expect(explainExit('anything', { exitCode: 1 })).toBeUndefined();
  // What 2 or 5 means to Windows means nothing in a program of others.
  expect(explainExit('wimlib-imagex', { exitCode: 5 })).toBeUndefined();
  expect(explainExit('dism', { exitCode: 0x800fffff })).toBeUndefined();
  expect(explainExit('anything', { exitCode: null })).toBeUndefined();
  expect(explainExit('anything', { exitCode: null, signal: 'SIGINT' })).toBeUndefined();
});

it.each(['dism', 'diskpart', 'bcdboot', 'wusa', 'msiexec', 'pnputil', 'expand', 'reg', 'taskkill', 'bcdedit'])(
  'takes the codes of %s for those of Windows',
  (tool) => {
    expect(explainExit(tool, { exitCode: 1450 })).toContain('out of resources');
    expect(explainExit(`${tool}.EXE`, { exitCode: 0x800705aa })).toContain('out of resources');
  },
);

it('reads codes in the output of DISM alone, whatever stands around them', () => {
  const explain = (tail: string) => explainExit('dism', { exitCode: 1, tail });
  expect(explain('error code 0x800F0823')).toContain('SSU');
  expect(explain('Error: 0x12345678\nError: 87')).toContain('parameter');
  expect(explain('xError: 87')).toBeUndefined();
  expect(explain('Error: 0x800f08234')).toBeUndefined();
  expect(explain('Error: 870000')).toBeUndefined();
});
