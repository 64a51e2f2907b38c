import { describe, expect, it } from 'vitest';
import { InfDocument } from '../../../../src/drivers/inf/inf-document.ts';
import { readInstall } from '../../../../src/drivers/inf/inf-install.ts';
import { FormatError } from '../../../../src/errors.ts';

const read = (text: string) => readInstall(new InfDocument(Buffer.from(text), 'x.inf'), 'Inst', 'amd64');
const SERVICE = '\n[Svc]\nServiceType=1\nStartType=0x3\nErrorControl=1\nServiceBinary=%12%\\x.sys\n';

describe('readInstall', () => {
  it.each([
    ['[Inst]\n[Inst.NT]\n[inst.ntamd64]', 'inst.ntamd64'],
    ['[Inst]\n[Inst.NT]\n[Inst.NTx86]', 'Inst.NT'],
    ['[INST]', 'INST'],
  ])('carries out the most decorated section of %j', (text, section) => {
    expect(read(text).section).toBe(section);
  });

  it('takes services and hardware values from the sections of the decorated name', () => {
    const install = read(
      `[Inst]\n[Inst.NTamd64]\n[Inst.Services]\nAddService=wrong,2,Svc\n[Inst.NTamd64.Services]\nAddService=right,2,Svc${SERVICE}[Inst.NTamd64.HW]\nAddReg=Hw\n[hw]\nHKR,Msi,On,0x10001,1`,
    );
    expect(install.services.map(({ name }) => name)).toEqual(['right']);
    expect(install.hardwareRegistry).toHaveLength(1);
  });

  it('reads the files of CopyFiles, by section and by name, with a source of another name', () => {
    const install = read(
      '[Inst]\nCopyFiles=One, @four.sys\nCopyFiles=TWO\n[Inst.CoInstallers]\nCopyFiles=Five\n[One]\na.sys\nb.dll,b64.dll\n[Two]\nc.sys,,,0x2\n[Five]\nco.dll',
    );
    expect(install.copiedFiles).toEqual(['a.sys', 'b64.dll', 'four.sys', 'c.sys', 'co.dll']);
  });

  it('adds the sections of this file that Needs names, and names what Include asks of Windows', () => {
    const install = read(
      `[Inst]\nInclude=machine.inf\nNeeds=Base, PciPnp.Nowhere\n[Base]\nCopyFiles=@base.sys\n[Inst.HW]\nInclude=MACHINE.INF, pci.inf`,
    );
    expect(install.copiedFiles).toEqual(['base.sys']);
    expect(install.includes.map((name) => name.toLowerCase())).toEqual(['machine.inf', 'pci.inf']);
  });

  it('reads a DriverVer of its own', () => {
    expect(read('[Inst]\nDriverVer=01/02/2023,4.5').driver).toEqual({ date: '2023-01-02', version: '4.5.0.0' });
  });

  it('says which section is missing', () => {
    expect(() => read('[Other]')).toThrow(FormatError);
    expect(() => read('[Other]')).toThrow('[Inst] or [Inst.NTamd64]');
  });
});

describe('services', () => {
  const service = (lines: string) =>
    read(`[Inst]\n[Inst.Services]\nAddService=name,0x00000002,Svc,Log${lines}`).services[0];

  it('are read with all that the registry needs', () => {
    expect(
      service(
        `${SERVICE}DisplayName="A Name"\nLoadOrderGroup="SCSI Miniport"\nDependencies=a,b\nAddReg=P\n[P]\nHKR,Parameters,BusType,0x10001,0xA`,
      ),
    ).toEqual({
      name: 'name',
      isFunctionDriver: true,
      displayName: 'A Name',
      serviceType: 1,
      startType: 3,
      errorControl: 1,
      loadOrderGroup: 'SCSI Miniport',
      dependencies: ['a', 'b'],
      binary: 'x.sys',
      place: { directory: 12, path: 'x.sys' },
      registry: [{ root: 'HKR', subkey: 'Parameters', name: 'BusType', type: 'REG_DWORD', data: 10 }],
    });
  });

  it('keep the folder that the binary is put into, and its file name alone', () => {
    expect(service(SERVICE.replace('%12%\\x.sys', '%13%\\sub\\x.sys'))).toMatchObject({
      place: { directory: 13, path: 'sub\\x.sys' },
      binary: 'x.sys',
    });
  });

  it.each(['a\\b', 'a/b'])('is refused with the name %s, which Windows takes for none', (name) => {
    const text = `[Inst]\n[Inst.Services]\nAddService=${name},2,Svc${SERVICE}`;
    expect(() => read(text)).toThrow(FormatError);
    expect(() => read(text)).toThrow('a service name without \\ and /');
  });

  it('knows the null driver', () => {
    expect(read('[Inst]\n[Inst.Services]\nAddService = ,2').services).toEqual([]);
  });

  it.each([
    ['its section', '', '[Svc]'],
    ['StartType', SERVICE.replace(/StartType.*\n/, ''), 'StartType'],
    ['a StartType that is a number', SERVICE.replace('0x3', 'boot'), 'a number for StartType'],
    ['ServiceBinary', SERVICE.replace(/ServiceBinary.*\n/, ''), 'ServiceBinary'],
  ])('need %s', (_name, lines, message) => {
    expect(() => service(lines)).toThrow(FormatError);
    expect(() => service(lines)).toThrow(message);
  });
});
