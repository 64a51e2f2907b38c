import { describe, expect, it } from 'vitest';
import { InfDocument } from '../../../../src/drivers/inf/inf-document.ts';
import { type InfService, readServices } from '../../../../src/drivers/inf/inf-service.ts';

const SECTION = [
  'DisplayName = "A, driver"',
  'ServiceType = 1',
  'StartType = 0x0',
  'ErrorControl = 3',
  'LoadOrderGroup = SCSI Miniport',
  'Dependencies = Pci',
  'Dependencies = Acpi, Other',
  'ServiceBinary = %12%\\sub\\a.sys',
  'AddReg = Values',
];

/** @param services lines of the section of services @param section lines of [Svc] */
function read(services: readonly string[], section: readonly string[] = SECTION): readonly InfService[] {
  const text = [
    '[Services]',
    ...services,
    '[Svc]',
    ...section,
    '[Values]',
    'HKR,Parameters\\PnpInterface,5,0x00010001,1',
  ].join('\n');
  const inf = new InfDocument(Buffer.from(text), 'a.inf');
  return readServices(inf, inf.entries('Services'));
}
const without = (key: string): string[] => SECTION.filter((line) => !line.startsWith(key));
const changed = (key: string, line: string): string[] => [...without(key), line];

describe('readServices', () => {
  it('reads all that a service is', () => {
    expect(read(['AddService = svc, 0x00000002, Svc'])).toEqual([
      {
        name: 'svc',
        isFunctionDriver: true,
        displayName: 'A, driver',
        serviceType: 1,
        startType: 0,
        errorControl: 3,
        loadOrderGroup: 'SCSI Miniport',
        dependencies: ['Pci', 'Acpi', 'Other'],
        binary: 'a.sys',
        place: { directory: 12, path: 'sub\\a.sys' },
        registry: [expect.objectContaining({ subkey: 'Parameters\\PnpInterface', name: '5', type: 'REG_DWORD' })],
      },
    ]);
  });

  it('goes without what may be left out', () => {
    const plain = ['ServiceType = 1', 'StartType = 3', 'ErrorControl = 1', 'ServiceBinary = a.sys'];
    expect(read(['addservice = svc,, svc'], plain)).toEqual([
      expect.objectContaining({
        isFunctionDriver: false,
        displayName: undefined,
        loadOrderGroup: undefined,
        dependencies: [],
        binary: 'a.sys',
        place: { directory: undefined, path: 'a.sys' },
        registry: [],
        startType: 3,
      }),
    ]);
  });

  it.each([
    ['0x2', true],
    ['2', true],
    ['0x0000000a', true],
    ['0x00000001', false],
    ['0x4', false],
    ['odd', false],
  ])('takes the flags %s for those of a function driver: %s', (flags, is) => {
    expect(read([`AddService = svc, ${flags}, Svc`])[0]?.isFunctionDriver).toBe(is);
  });

  it('reads several, and no null driver', () => {
    expect(read(['AddService = ,2', 'DelService = x', 'AddService = a,, Svc', 'AddService = b, 2, Svc'])).toMatchObject(
      [{ name: 'a' }, { name: 'b' }],
    );
  });

  it.each<[string, readonly string[], readonly string[], RegExp]>([
    [
      'a name that is a path',
      ['AddService = a\\b, 2, Svc'],
      SECTION,
      /expected a service name without \\ and \/, found "a\\\\b" \(line 2\)/,
    ],
    ['a name with a slash', ['AddService = a/b, 2, Svc'], SECTION, /found "a\/b"/],
    [
      'a section that is not there',
      ['AddService = a, 2, Gone'],
      SECTION,
      /the service section \[Gone\] that AddService names, found no such section/,
    ],
    ['no section', ['AddService = a, 2'], SECTION, /the service section \[\] that/],
    [
      'no ServiceBinary',
      ['AddService = a,, Svc'],
      without('ServiceBinary'),
      /ServiceBinary in \[Svc\], found nothing of the kind/,
    ],
    ['no ServiceType', ['AddService = a,, Svc'], without('ServiceType'), /ServiceType in \[Svc\]/],
    ['no StartType', ['AddService = a,, Svc'], without('StartType'), /StartType in \[Svc\]/],
    ['no ErrorControl', ['AddService = a,, Svc'], without('ErrorControl'), /ErrorControl in \[Svc\]/],
    [
      'a StartType that is a string',
      ['AddService = a,, Svc'],
      changed('StartType', 'StartType = %Boot%'),
      /a number for StartType, found "%Boot%"/,
    ],
    [
      'an ErrorControl that is no number',
      ['AddService = a,, Svc'],
      changed('ErrorControl', 'ErrorControl = x'),
      /a number for ErrorControl, found "x"/,
    ],
    [
      'a ServiceType of more than 32 bits',
      ['AddService = a,, Svc'],
      changed('ServiceType', 'ServiceType = 4294967296'),
      /a number for ServiceType, found "4294967296"/,
    ],
  ])('refuses %s', (_what, services, section, message) => {
    expect(() => read(services, section)).toThrow(message);
  });
});
