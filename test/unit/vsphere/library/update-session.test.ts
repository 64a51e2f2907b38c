import { describe, expect, it } from 'vitest';
import {
  addFile,
  beginUpdate,
  cancelUpdate,
  completeUpdate,
  keepUpdate,
  openUpdatesOf,
  readFiles,
  removeFile,
  validateFiles,
} from '../../../../src/vsphere/library/update-session.ts';
import { PassingError } from '../../../../src/vsphere/wire/passing-error.ts';
import { RestRefused } from '../../../../src/vsphere/wire/rest.ts';
import { type RestCall, restPath } from '../../../../src/vsphere/wire/rest-style.ts';
import { playedRest } from './played-rest.ts';

const SESSIONS = 'content/library/item/update-session';
const refused = (type: string): RestRefused => new RestRefused('it', { type, text: '' }, 400);
const lost = (): PassingError => new PassingError('vsphere-unreachable', 'lost', 'h', { taken: true });
const WAIT = { signal: new AbortController().signal, timeout: 60_000 };

/** A session that becomes what is said next whenever it is read. */
function session(states: readonly unknown[], complete: readonly unknown[] = []): ReturnType<typeof playedRest> {
  let [reads, completions] = [0, 0];
  return playedRest(({ method, action }) => {
    if (action === 'complete') return complete[completions++] ?? null;
    return method === 'GET' ? states[Math.min(reads++, states.length - 1)] : null;
  });
}

describe('a session', () => {
  it('is begun by a token, so that it is one though the answer is lost', async () => {
    const rest = playedRest(() => 'u-1');
    expect(await beginUpdate(rest, 'i-1')).toBe('u-1');
    const [call] = rest.bodies;
    expect(call).toMatchObject({ method: 'POST', resource: SESSIONS, parameter: 'create_spec', repeatable: true });
    expect([call?.body, call?.token]).toEqual([{ library_item_id: 'i-1' }, expect.stringMatching(/^[0-9a-f-]{36}$/)]);
    expect(call?.privileges).toContain('ContentLibrary.UpdateSession');
  });

  it('is found by its item, while it is open', async () => {
    const known: Record<string, unknown> = {
      a: { state: 'ACTIVE', library_item_id: 'i-1' },
      b: { state: 'DONE', library_item_id: 'i-1' },
      c: { state: 'ACTIVE', library_item_id: 'i-2' },
      d: refused('not_found'),
    };
    const rest = playedRest(({ id }) => (id === undefined ? Object.keys(known) : known[id]));
    expect(await openUpdatesOf(rest, 'i-1')).toEqual(['a']);
    expect(
      await openUpdatesOf(
        playedRest(() => null),
        'i-1',
      ),
    ).toEqual([]);
    await expect(
      openUpdatesOf(
        playedRest(({ id }) => (id === undefined ? ['a'] : refused('unauthorized'))),
        'i-1',
      ),
    ).rejects.toMatchObject({ type: 'unauthorized' });
  });

  it('is kept with the share that is done, never with all of it', async () => {
    const rest = playedRest(() => null);
    await keepUpdate(rest, 'u', 41.9);
    await keepUpdate(rest, 'u', 100);
    expect(rest.bodies.map(({ action, body }) => [action, body])).toEqual([
      ['keep-alive', { client_progress: 41 }],
      ['keep-alive', { client_progress: 99 }],
    ]);
  });

  it.each(['not_found', 'not_allowed_in_current_state', ''])(
    'is cancelled and removed, also where it has ended: %s',
    async (type) => {
      const rest = playedRest(() => refused(type));
      await cancelUpdate(rest, 'u');
      expect(rest.asked).toEqual([`POST ${SESSIONS} cancel u`, `DELETE ${SESSIONS} u`]);
      await expect(
        cancelUpdate(
          playedRest(() => refused('unauthorized')),
          'u',
        ),
      ).rejects.toMatchObject({ type: 'unauthorized' });
    },
  );
});

describe('completeUpdate', () => {
  const calls = (rest: ReturnType<typeof playedRest>): number =>
    rest.asked.filter((call) => call.includes('complete')).length;

  it('waits until it is done', async () => {
    const rest = session([{ state: 'ACTIVE' }, { state: 'ACTIVE' }, { state: 'DONE', library_item_id: 'i' }]);
    expect(await completeUpdate(rest, 'u', WAIT)).toEqual({ state: 'DONE', item: 'i', message: '' });
    expect(calls(rest)).toBe(1);
  });

  it('gives the words of a failure', async () => {
    const rest = session(
      [{ state: 'ERROR', error_message: { default_message: 'Pipe closed' } }],
      [refused('not_allowed_in_current_state')],
    );
    expect(await completeUpdate(rest, 'u', WAIT)).toMatchObject({ state: 'ERROR', message: 'Pipe closed' });
  });

  it.each([[[lost(), null]], [[lost(), lost()]], [[lost(), refused('not_allowed_in_current_state')]]])(
    'asks again where nothing came of a lost call',
    async (answers) => {
      const rest = session([{ state: 'ACTIVE' }, { state: 'ACTIVE' }, { state: 'DONE' }], answers);
      expect(await completeUpdate(rest, 'u', WAIT)).toMatchObject({ state: 'DONE' });
      expect(calls(rest)).toBe(2);
    },
  );

  it('says when the server will not have it, and when it is gone or late', async () => {
    const no = refused('not_allowed_in_current_state');
    await expect(completeUpdate(session([{ state: 'ACTIVE' }], [no, no]), 'u', WAIT)).rejects.toBe(no);
    await expect(completeUpdate(session([{}], [refused('unauthorized')]), 'u', WAIT)).rejects.toMatchObject({
      type: 'unauthorized',
    });
    await expect(completeUpdate(session([refused('not_found')]), 'u', WAIT)).rejects.toMatchObject({
      code: 'upload-failed',
      message: 'The update session of the content library is gone',
    });
    await expect(completeUpdate(session([{ state: 'ACTIVE' }]), 'u', { ...WAIT, timeout: 0 })).rejects.toThrow(
      'was still not done after 0 minutes',
    );
  });
});

describe('files of a session', () => {
  const paths = ([call]: readonly RestCall[]): string[] =>
    call ? [restPath('api', call), restPath('rest', call)] : [];

  it('are declared with size and digest', async () => {
    const endpoint = { uri: 'https://vc/x', ssl_certificate_thumbprint: 'aa', ssl_certificate: 'pem' };
    const rest = playedRest(() => ({ upload_endpoint: endpoint }));
    const file = { name: 'a.vmdk', size: 7, digest: { algorithm: 'sha256', digest: 'ab' } } as const;
    expect(await addFile(rest, 'u', file)).toEqual({ url: 'https://vc/x', sslThumbprint: 'aa', sslCertificate: 'pem' });
    expect(rest.bodies[0]?.body).toEqual({
      name: 'a.vmdk',
      source_type: 'PUSH',
      size: 7,
      checksum_info: { algorithm: 'SHA256', checksum: 'ab' },
    });
    expect(rest.bodies[0]).toMatchObject({
      parameter: 'file_spec',
      repeatable: true,
      privileges: expect.stringContaining('ContentLibrary.UpdateSession') as string,
    });
    expect(paths(rest.bodies)).toEqual([
      `/api/${SESSIONS}/u/file`,
      '/rest/com/vmware/content/library/item/updatesession/file/id:u?~action=add',
    ]);
    const bare = playedRest(() => ({}));
    expect((await addFile(bare, 'u', { name: 'b', size: 1 })).url).toBe('');
    expect(bare.bodies[0]?.body).toEqual({ name: 'b', source_type: 'PUSH', size: 1 });
  });

  it('are removed by name', async () => {
    const rest = playedRest(() => null);
    await removeFile(rest, 'u', 'old.vmdk');
    expect(rest.bodies[0]?.body).toEqual({ file_name: 'old.vmdk' });
    expect(paths(rest.bodies)).toEqual([
      `/api/${SESSIONS}/u/file?action=remove`,
      '/rest/com/vmware/content/library/item/updatesession/file/id:u?~action=remove',
    ]);
  });

  it('are listed as far as the server knows them', async () => {
    const rest = playedRest(() => [
      { name: 'a', status: 'READY', size: 7, checksum_info: { algorithm: 'SHA256', checksum: 'AB' } },
      { name: 'b', status: 'ERROR', checksum_info: { checksum: 'CD' }, error_message: { default_message: 'No room' } },
      { checksum_info: null },
    ]);
    expect(await readFiles(rest, 'u')).toEqual([
      { name: 'a', status: 'READY', size: 7, checksum: { algorithm: 'sha256', checksum: 'ab' }, message: '' },
      {
        name: 'b',
        status: 'ERROR',
        size: undefined,
        checksum: { algorithm: 'sha1', checksum: 'cd' },
        message: 'No room',
      },
      { name: '', status: '', size: undefined, checksum: undefined, message: '' },
    ]);
    expect(paths(rest.bodies)).toEqual([
      `/api/${SESSIONS}/u/file`,
      '/rest/com/vmware/content/library/item/updatesession/file?update_session_id=u',
    ]);
    expect(
      await readFiles(
        playedRest(() => null),
        'u',
      ),
    ).toEqual([]);
  });

  it.each<[unknown, readonly string[]]>([
    [{ has_errors: false, missing_files: ['a'] }, []],
    [null, []],
    [
      {
        has_errors: true,
        missing_files: ['a.vmdk'],
        invalid_files: [{ name: 'x.ovf', error_message: { default_message: 'bad' } }, { name: 'y' }],
      },
      ['a.vmdk is missing', 'x.ovf: bad', 'y: invalid'],
    ],
    [{ has_errors: true }, ['the server does not say what']],
  ])('are judged together: %j', async (answer, said) => {
    const rest = playedRest(() => answer);
    expect(await validateFiles(rest, 'u')).toEqual(said);
    expect(paths(rest.bodies)[0]).toBe(`/api/${SESSIONS}/u/file?action=validate`);
  });
});
