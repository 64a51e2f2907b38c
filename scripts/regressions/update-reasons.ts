/** Part E: updates and downloads. */

import type { Reason } from './reason.ts';

const DOWNGRADE = /expected 'KB5096939 cumulative folder-target' to be 'KB5098819 cumulative folder-target'/;
const WENT_BACK = 'went back a month in silence';

export const UPDATE_REASONS: readonly Reason[] = [
  {
    test: 'E.25 is an error where the index is behind',
    says: /expected \[ .*'KB5096939 cumulative folder-target' \] to deeply equal \[\]/,
    did: WENT_BACK,
  },
  { test: 'E.25 is found ', says: DOWNGRADE, did: WENT_BACK },
  {
    test: 'E.25 says in the summary',
    says: /to contain 'Newest known: KB5098819 of 2026-11-10 \(2026-11 B\); chosen: KB5096939 of 2026-10-13/,
    did: 'did not say how old its choice is',
  },
  {
    test: 'E.25 what came out three days after',
    says: /expected \[ 'KB5063910 .*' \] to deeply equal \[ 'KB5063105 /,
    did: 'took an out-of-band update for the regular one',
  },
  {
    test: 'E.26 a row of .NET without the runtime',
    says: /\[catalog-changed\] The catalog.* download page has changed: it lacks a file/,
    did: 'took the newest row, and accused the page of the catalog',
  },
  {
    test: 'E.26 a checkpoint named beside its target',
    says: /'KB5043080 cumulative folder-target', 'KB5098819 cumulative folder-target' \] to deeply equal/,
    did: 'took the checkpoint twice',
  },
  {
    test: 'E.26 old media of Server 2016',
    says: /expected \[ 'KB5098808 .*\] to deeply equal \[ 'KB4132216 .*'KB4465659 /,
    did: 'left out the stacks that old media need first',
  },
  {
    test: 'E.26 a search that answers drivers alone',
    says: /\[update-not-found\] KB5098819 .*left out: +\(its title names no KB\)/,
    did: 'did not ask again',
  },
  {
    test: 'E.27 a place where no lock can be written',
    says: /\[internal\] ENOENT: no such file or directory, open '.*\/none\/a\.json/,
    did: 'failed at the lock after the download',
  },
  { test: 'E.27 is refused: ', says: /expected 'none' to match .*lock-invalid/, did: 'installed what the lock says' },
  {
    test: 'E.28 a cache that cannot be written',
    says: /\[internal\] EPERM: operation not permitted, mkdir .*to be 'none'/,
    did: 'ended at the cache',
  },
  {
    test: 'E.28 a package that is a plain cabinet',
    says: /\[package-invalid\] .*\.cab cannot be taken apart: it holds no cabinet/,
    did: 'looked for a cabinet in the cabinet',
  },
  {
    test: 'E.28 a hotpatch in a WIM is seen',
    says: /expected 'none' to match .*package-invalid.*hotpatch/,
    did: 'took a hotpatch',
  },
  {
    test: 'E.28 windows-server-',
    says: /expected 'none' to contain '\[package-invalid\]'/,
    did: 'took a WIM of another product',
  },
  {
    test: 'E.28 is taken when it is written as host:port',
    says: /\[internal\] Invalid URL/,
    did: 'ended in a bare "Invalid URL"',
  },
  {
    test: 'E.28 that wants a password is named at once',
    says: /Proxy response \(407\) .*to contain 'asks for a user name and password/,
    did: 'tried again for a while, and passed on a text of a library',
  },
  {
    test: 'E.28 is asked for an http mirror without CONNECT',
    says: /expected \[ 'CONNECT mirror\.example\.com:80'/,
    did: 'asked with CONNECT',
  },
  {
    test: 'E.28 a long download tells how far it is',
    says: /to match \/kb5098818.*KiB of/,
    did: 'was silent',
  },
];
