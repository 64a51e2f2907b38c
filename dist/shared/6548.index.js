export const id = 6548;
export const ids = [6548];
export const modules = {

/***/ 34753:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DK: () => (/* binding */ WINDOW_SIZE),
/* harmony export */   SX: () => (/* binding */ THREAD_PAGES),
/* harmony export */   g3: () => (/* binding */ makeSlots)
/* harmony export */ });
/* unused harmony export WINDOW_GRAINS */
/* harmony import */ var _deflate_worker_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16147);
/** A place for one window of grains in the memory that a compressing thread shares: the window is packed there, and written from there. */

/** Grains in a window. */
const WINDOW_GRAINS = 16;
const WINDOW_SIZE = WINDOW_GRAINS * _deflate_worker_js__WEBPACK_IMPORTED_MODULE_0__/* .GRAIN_SIZE */ .ms;
const SLOTS_PER_THREAD = 3;
/** The encoder looks up to 16 bytes past its input. */
const INPUT_ROOM = WINDOW_SIZE + 64;
const TABLE_ROOM = WINDOW_GRAINS * 4;
const SLOT_ROOM = INPUT_ROOM + TABLE_ROOM + WINDOW_GRAINS * _deflate_worker_js__WEBPACK_IMPORTED_MODULE_0__/* .PACKED_GRAIN_ROOM */ .Zc;
const PAGE = 65536;
/** Pages of 64 KiB that a thread's memory has. */
const THREAD_PAGES = _deflate_worker_js__WEBPACK_IMPORTED_MODULE_0__/* .MODULE_PAGES */ .an + Math.ceil((SLOTS_PER_THREAD * SLOT_ROOM) / PAGE);
/**
 * The slots of one thread.
 * @param memory that it shares
 * @param run has the thread do a job; the bytes it packed come back
 * @param level 1 (fastest) to 9 (smallest)
 */
function makeSlots(memory, run, level) {
    return Array.from({ length: SLOTS_PER_THREAD }, (_, slot) => {
        const input = _deflate_worker_js__WEBPACK_IMPORTED_MODULE_0__/* .MODULE_PAGES */ .an * PAGE + slot * SLOT_ROOM;
        const table = input + INPUT_ROOM;
        const output = table + TABLE_ROOM;
        return {
            input: new Uint8Array(memory, input, WINDOW_SIZE),
            pack: async (firstGrain, grains) => {
                const packed = await run({ slot, input, grains, firstGrain, output, table, level });
                return { table: new Uint32Array(memory, table, grains), bytes: new Uint8Array(memory, output, packed) };
            },
        };
    });
}


/***/ }),

/***/ 45966:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ startDeflateThread),
  C: () => (/* binding */ threadCount)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __webpack_require__(75919);
// EXTERNAL MODULE: ./.cache/build/src/disk/vmdk/deflate-slot.js
var deflate_slot = __webpack_require__(34753);
// EXTERNAL MODULE: ./.cache/build/src/disk/vmdk/deflate-worker.js
var deflate_worker = __webpack_require__(16147);
;// CONCATENATED MODULE: ./.cache/build/src/disk/vmdk/grain-deflate-wasm.js
/** Made from wasm/grain-deflate.ts by scripts/build-wasm.ts; do not edit. */
/** The module as base64: text survives bundling into one file. */
const GRAIN_DEFLATE_WASM = [
    'AGFzbQEAAAABOwlgBn9/f39/fwF/YAR/f39/AX9gBX9/f39/AGAAAGADf39/AGADf39/AX9gAX8Bf2ACf38AYAJ/fwF/AhEBA2VudgZtZW1vcn',
    'kCAwmACAMMCwIAAQMEBQEGBwAIBisIfgFCAAt/AUEAC38BQQALfwFBgIANC38BQQALfwFBAAt/AUEAC38BQQELByoEBmlzWmVybwAKB2RlZmxh',
    'dGUABgpwYWNrV2luZG93AAkGbWVtb3J5AgAK2UkL1wcBCX8gASEKQQAhAQNAIAEgCkkEQCABIQhBwMgdQQBBwAD8CwBBACQEQYCADSELQYCADS',
    'EGA0AgASAKSQRAAkAgCyAGayIFQYAQTwRAIAVBAnYgASAIayAKIAFrEAUNASALIQYLIAogAWtBBUkEQCABIgVBAWohASALIAAgBWotAAAiBUEQ',
    'dEGAgAJyNgIAIAVBAnRB8PkdaiIFIAUoAgBBAWo2AgAgC0EEaiELDAMLQQAkBiAAIAFBggIgCiABayIFIAVBggJPG0ECIAIgAxABIQUjBkUEQC',
    'ABIgVBAWohASALIAAgBWotAAAiBUEQdEGAgAJyNgIAIAVBAnRB8PkdaiIFIAUoAgBBAWo2AgAgC0EEaiELDAMLIwYhDCABIQkDQCAKIAFrIgcg',
    'BUEFaktBACACIAVLQQAgBBsbBEACQEEAJAYgACABQQFqIglBggIgB0EBayIHIAdBggJPGyAFQQFrIAIgA0EBIwcgBUEQSRt2EAEiByAFT0EAIw',
    'YbBH8gByAFa0ECdCAMZ2tBACMGZ2trQQJKBUEACwRAIAEiBUEBaiEBIAsgACAFai0AACIFQRB0QYCAAnI2AgAgBUECdEHw+R1qIgUgBSgCAEEB',
    'ajYCACALQQRqIQsgByEFIwYhDAwDCyAEQQJJDQBBACQGIAAgAUECaiIJQYICIAogAWtBAmsiByAHQYICTxsgBUEBayACIANBAnYQASIHIAVPQQ',
    'AjBhsEfyAHIAVrQQJ0IAxna0EAIwZna2tBBkoFQQALBEAgCyAAIAFqLQAAIgVBEHRBgIACcjYCACAFQQJ0QfD5HWoiBSAFKAIAQQFqNgIAIAFB',
    'AWoiBUEBaiEBIAtBBGoiCyAAIAVqLQAAIgVBEHRBgIACcjYCACAFQQJ0QfD5HWoiBSAFKAIAQQFqNgIAIAtBBGohCyAHIQUjBiEMDAMLCwsLIA',
    'sgDCAFQRB0akH///MHajYCACAFQf3EHWotAABBAnRB9IEeaiIHIAcoAgBBAWo2AgBBHyAMQQFrIgdnayEMIAcgByAMQQFrdkEBcSAMQQF0aiAH',
    'QQJJG0ECdEHwgh5qIgcgBygCAEEBajYCACALQQRqIQsgASAFaiIHIApBBGsiDCAHIAxJGyEMIAlBAWohBwNAIAcgDEkEQCAHQQF0QYCABWogAC',
    'AHaigCACIJQbHz3fF5bEERdkEBdCINLwEAOwEAIA0gB0EBaiIHOwEAIAlBgOLmuwNsQRN2QQF0QYCABGogBzsBAAwBCwsgASAFaiEBDAILCwsg',
    'CyQDIAAgCGogASAIayABIApGEAQMAQsLC74DAgh/AX4gACABaiIKKAIAIgtBsfPd8XlsQRF2QQF0IQYgC0GA4ua7A2xBE3ZBAXRBgIAEaiIHLw',
    'EAIQggAUEBdEGAgAVqIAYvAQAiCTsBACAGIAFBAWoiBjsBACAHIAY7AQAgA0EDSUEBIAFB//8BayAGQYCAAk0bIgwgCE1xIAYgCGsiBkGAwABN',
    'cQRAIAAgCGpBAWsoAgAgC3NBCHRFBEAgBiQGQQMhAwsLIAIgA00EQCADDwsgCkEDIAMgA0EDSRsiA2pBA2soAgAhBwNAIAkgDE8EQAJAIAAgCW',
    'pBAWsiDSADakEDaygCACAHRgR/IA0oAgAgC0YFQQALBEBBBCEGAkADQCAGQQhqIgggAk0EQCAGIAYgCmopAwAgBiANaikDAIUiDnqnQQN2aiEG',
    'IA5CAFINAiAIIQYMAQsLA0AgAiAGSwR/IAYgCmotAAAgBiANai0AAEYFQQALBEAgBkEBaiEGDAELCwsgAyAGSQRAIAFBAWogCWskBiAEIAZNIA',
    'YiAyACT3IEQCAGDwsgAyAKakEDaygCACEHCwsgBUEBayIFRQ0AIAlBAXRB/v8Eai8BACEJDAILCwsgAwvDCwEQfwNAIAIgCUsEQCAJQQJ0IgQg',
    'AGooAgAhBiABIARqQQA2AgAgBgRAIAVBAnRBwJYdaiAJIAZBCXRyNgIAIAYgCiAGIApLGyEKIAVBAWohBQsgCUEBaiEJDAELCyAFRQRAQQAPCy',
    'AFQQFGBEAgAUHAlh0oAgBB/wNxQQJ0akGAgAQ2AgBBAQ8LQcCWHSEAQcCgHSEEQQkhCQNAIAoEQEHAtB1BAEGACPwLAEEAIQYDQCAFIAZLBEAg',
    'ACAGQQJ0aigCACAJdkH/AXFBAnRBwLQdaiILIAsoAgBBAWo2AgAgBkEBaiEGDAELC0EAIQtBACEGA0AgBkGAAkkEQCAGQQJ0QcC0HWoiEigCAC',
    'ETIBIgCzYCACALIBNqIQsgBkEBaiEGDAELC0EAIQYDQCAFIAZLBEAgACAGQQJ0aigCACILIAl2Qf8BcUECdEHAtB1qIhIoAgAhEyASIBNBAWo2',
    'AgAgBCATQQJ0aiALNgIAIAZBAWohBgwBCwsgACAEIQAhBCAKQQh2IQogCUEIaiEJDAELCwNAIAUgD0sEQCAPQQJ0IgRBwKodaiAAIARqKAIAQQ',
    'l2NgIAIA9BAWohDwwBCwtBwKodQcCqHSgCAEHEqh0oAgBqNgIAQQIhBEEBIQoDQCAKIAVBAWtJBEAgBCAFTwR/QQEFIAdBAnRBwKodaigCACAE',
    'QQJ0QcCqHWooAgBJCwRAIAdBAnRBwKodaigCACEJIAciBkEBaiEHIAZBAnRBwKodaiAKNgIABSAEIgZBAWohBCAGQQJ0QcCqHWooAgAhCQsgBC',
    'AFTwR/QQEFIAcgCkkEfyAHQQJ0QcCqHWooAgAgBEECdEHAqh1qKAIASQVBAAsLBEAgCSAHQQJ0QcCqHWooAgBqIQkgByIGQQFqIQcgBkECdEHA',
    'qh1qIAo2AgAFIAQiBkEBaiEEIAkgBkECdEHAqh1qKAIAaiEJCyAKQQJ0QcCqHWogCTYCACAKQQFqIQoMAQsLIAVBAnRBuKodakEANgIAIAVBA2',
    'shBANAIARBAE4EQCAEQQJ0QcCqHWoiBiAGKAIAQQJ0QcCqHWooAgBBAWo2AgAgBEEBayEEDAELC0HAvB1BAEGAAfwLAEEBIQcgBUECayEGIAUh',
    'BANAIAdBAEoEQANAIAZBAE4EfyAGQQJ0QcCqHWooAgAgDEYFQQALBEAgDUEBaiENIAZBAWshBgwBCwsgByANayIHQQBKBEAgDCADIAMgDEsbQQ',
    'J0QcC8HWoiCSAJKAIAIAdqNgIAIAQgB2shBAsgDUEBdCEHIAxBAWohDEEAIQ0MAQsLQQEhBANAIAMgBE8EQCAOIARBAnRBwLwdaigCACADIARr',
    'dGohDiAEQQFqIQQMAQsLA0AgDkEBIAN0SwRAIANBAWshBANAIARBAnRBwLwdaigCAEUEQCAEQQFrIQQMAQsLIARBAnQiBEHAvB1qIgYgBigCAE',
    'EBazYCACAEQcS8HWoiBCAEKAIAQQJqNgIAIANBAnRBwLwdaiIEIAQoAgBBAWs2AgAgDkEBayEODAELCyADIQYDQCAGBEAgBkECdEHAvB1qKAIA',
    'IQcDQCAHBEAgCCIEQQFqIQggASAAIARBAnRqKAIAQf8DcUECdGogBkEQdDYCACAHQQFrIQcMAQsLIAZBAWshBgwBCwtBwLwdQQA2AgBBASEAA0',
    'AgACADTQRAIBEgAEECdCIEQby8HWooAgBqQQF0IREgBEHAtB1qIBE2AgAgAEEBaiEADAELCwNAIAIgEEsEQCABIBBBAnRqIgAoAgBBEHYiAwRA',
    'IANBAnRBwLQdaiIEKAIAIQYgBCAGQQFqNgIAIAAgA0EQdCAGQQF2QdWqAXEgBkHVqgFxQQF0ciIAQQJ2QbPmAHEgAEGz5gBxQQJ0ciIAQQR2QY',
    '8ecSAAQY8ecUEEdHIiAEH/AXFBCHQgAEEIdnJBECADa3ZyNgIACyAQQQFqIRAMAQsLIAULiQUCBX8CfgNAIABBgAJJBEAgAEECdCIBQcCLHWoo',
    'AgAhAiABQcDJHWogAkH//wNxQQh0IAJBEHZyNgIAIAFBwNEdaiAAQYDFHWotAAAiAUECdEHEkx1qKAIAIgJBEHYiAyABQQF0QYDHHWovAQAiAU',
    'EIdmogAkH//wNxIAAgAUH/AXFrIAN0ckEIdHI2AgAgAEEBaiEADAELC0EAIQADQCAAQR5JBEAgAEECdCIBQcCUHWooAgAiAkEQdiEDIAJB//8D',
    'cSABQcDHHWooAgAiAUH//wNxIgIgA3RrrSADrUIghoQgAUEQdiIBIANqrUIohoQhBSACQQEgAXRqQQFrIgEgAUEHdkGAAmogAUGAAkkbIQEgAi',
    'ACQQd2QYACaiACQYACSRshAgNAIAEgAk8EQCACQQN0QeDZHWogBTcDACACQQFqIQIMAQsLIABBAWohAAwBCwtB4PkdQoCA/v8PNwMAIwAhBSMB',
    'IQAjAiECQYCADSEBA0AgASMDSQRAIAIgBSABKAIAIgNBEHZBAnRBwMkdaigCACIEQQh2rSAArYaEIANB//8DcSIDIANBB3ZBgAJqIANBgAJJG0',
    'EDdEHg2R1qKQMAIganIAMgBkIgiKd0aq0gACAEQf8BcWoiAK2GhCIFNwMAIAIgACAGQiiIp2oiAEEDdmohAiAFIABBOHGtiCEFIABBB3EhACAB',
    'QQRqIQEMAQsLIAUkACAAJAEgAiQCIwIjADcDACMCIwFBA3ZqJAIjACMBQThxrYgkACMBQQdxJAEjAEHAkx0oAgAiAEH//wNxrSMBrYaEJAAjAS',
    'AAQRB2aiQBIwIjADcDACMCIwFBA3ZqJAIjACMBQThxrYgkACMBQQdxJAELwA0BC38DQCAEQYAKSQRAIARBwIAdaiIFIAX9AAQAIARB8Pkdav0A',
    'BAD9rgH9CwQAIARBEGohBAwBCwtB8PkdQQBBgAr8CwBBwIgdQQE2AgBBwIAdQcCLHUGeAkEPEAIaQcCJHUHAlB1BHkEPEAJFBEBBwJQdQYCABD',
    'YCAAtBngIhBwNAIAdBgQJLBH8gB0ECdEG8ix1qKAIABUEBC0UEQCAHQQFrIQcMAQsLQR4hCQNAIAlBAUsEfyAJQQJ0QbyUHWooAgAFQQELRQRA',
    'IAlBAWshCQwBCwtBACEEA0AgBCAHSQRAIARBwMIdaiAEQQJ0QcCLHWooAgBBEHY6AAAgBEEBaiEEDAELC0EAIQQDQCAEIAlJBEAgB0HAwh1qIA',
    'RqIARBAnRBwJQdaigCAEEQdjoAACAEQQFqIQQMAQsLIAcgCWoQByELQcCKHUHAlR1BE0EHEAIaQRMhCgNAIApBBEsEfyAKQb/ZHWotAABBAnRB',
    'wJUdaigCAAVBAQtFBEAgCkEBayEKDAELCyAKQQNsQRFqIQhBAyEFQQAhBANAIARBE0kEQCAIIARBAnQiCEHAih1qKAIAIAhBwJUdaigCAEEQdm',
    'xqIQggBEEBaiEEDAELCyAIQYSLHSgCAEEDbEGAix0oAgBBAXRqQYiLHSgCAEEHbGpqIQhBACEEA0AgBCAHSQRAIAggBEECdCIIQcCAHWooAgAi',
    'DCAIQcCLHWooAgBBEHZsaiEIIAUgBEGQAUkEf0EIBSAEQYACSQR/QQkFQQdBCCAEQZgCSRsLCyAMbGohBSAEQYACSwRAIAMgDCAEQQF0Qf7CHW',
    'ovAQBBCHZsaiEDCyAEQQFqIQQMAQsLQQAhBANAIAQgCUkEQCAIIARBAnQiDEHAiR1qKAIAIg0gDEHAlB1qKAIAQRB2bGohCCAFIA1BBWxqIQUg',
    'AyANIAxBwMcdaigCAEEQdmxqIQMgBEEBaiEEDAELCyABQQFrQf//A25BAWpBKGwgAUEDdGoiBCADIAhqIghNIAMgBWoiAyAET3EEQANAIAEEQC',
    'MAQgAgAq0gAUH//wMgASABQf//A08bIgNrIgEbIwGthoQkACMBQQNqJAEjAUEHakF4cSQBIwIjADcDACMCIwFBA3ZqJAIjACMBQThxrYgkACMB',
    'QQdxJAEjAiADIANBf3NBEHRyNgIAIwJBBGogACAD/AoAACMCIANBBGpqJAIgACADaiEAQgAkAAwBCwsFIAMgCE0EQCMAIAJBAnKtIwGthoQkAC',
    'MBQQNqJAEjAiMANwMAIwIjAUEDdmokAiMAIwFBOHGtiCQAIwFBB3EkAQNAIAZBoAJJBEAgBkECdEHAix1qIAZBkAFJBH9BCAUgBkGAAkkEf0EJ',
    'BUEHQQggBkGYAkkbCwsiAEEQdCAGQZABSQR/IAZBMGoFIAZBgAJJBH8gBkGAAmoFIAZBgAJrIAZB2ABrIAZBmAJJGwsLIgFBAXZB1aoBcSABQd',
    'WqAXFBAXRyIgFBAnZBs+YAcSABQbPmAHFBAnRyIgFBBHZBjx5xIAFBjx5xQQR0ciIBQf8BcUEIdCABQQh2ckEQIABrdnI2AgAgBkEBaiEGDAEL',
    'C0EAIQEDQCABQR5JBEAgAUECdEHAlB1qIAFBAXZB1aoBcSABQdWqAXFBAXRyIgBBAnZBs+YAcSAAQbPmAHFBAnRyIgBBBHZBjx5xIABBjx5xQQ',
    'R0ciIAQf8BcUEIdCAAQQh2ckELdkGAgBRyNgIAIAFBAWohAQwBCwsQAwUjACACQQRyIAdBgQJrQQN0ciAJQQFrQQh0ciAKQQRrQQ10cq0jAa2G',
    'hCQAIwFBEWokASMCIwA3AwAjAiMBQQN2aiQCIwAjAUE4ca2IJAAjAUEHcSQBQQAhAANAIAAgCkkEQCMAIABBwNkdai0AAEECdEHAlR1qNQIAQh',
    'CIIwGthoQkACMBQQNqJAEjAUEoSwRAIwIjADcDACMCIwFBA3ZqJAIjACMBQThxrYgkACMBQQdxJAELIABBAWohAAwBCwtBACEAA0AgACALSQRA',
    'IwIjADcDACMCIwFBA3ZqJAIjACMBQThxrYgkACMBQQdxJAEjACAAQQF0QcC9HWovAQAiAUH/AXEiAkECdEHAlR1qKAIAIgNB//8Dca0jAa2GhC',
    'QAIwEgA0EQdmokASACQRBPBEAjACABQQh2rSMBrYaEJAAgAkEQRgR/QQIFQQNBByACQRFGGwsjAWokAQsgAEEBaiEADAELCyMCIwA3AwAjAiMB',
    'QQN2aiQCIwAjAUE4ca2IJAAjAUEHcSQBEAMLC0HAgB1BAEGACvwLAAv5AwIEfwF7A0AgBEEESQRAIARBCHRB8PkdaiIG/QAEACEHQRAhAwNAIA',
    'NBgAJJBEAgByADIAZq/QAEAP2uASEHIANBEGohAwwBCwsgBEEDdEGAyR1qIgMgB/0bACAH/RsCajYCACADQQRqIAf9GwEgB/0bA2o2AgAgBEEB',
    'aiEEDAELC0EAIQRBgQIhAwNAIANBhwJJBEAgBCADQQJ0QfD5HWooAgBqIQQgA0EBaiEDDAELC0GHAiEDA0AgA0GeAkkEQCAFIANBAnRB8Pkdai',
    'gCAGohBSADQQFqIQMMAQsLQaDJHSAENgIAQaTJHSAFNgIAIAJB0A9PQQAgAUHQD09BACMEGxsEQEEAIQNBACECA0AgAkEKSQRAIAMjBCACQQJ0',
    'IgNBgMkdaigCAGwiBCADQcDIHWooAgAgAGwiA2sgAyAEayADIARJG2ohAyACQQFqIQIMAQsLIAMjBCABQQx2bGojBCAAQdwBbEEJdmxPBEBBAQ',
    '8LC0EAIQEDQCABQQpJBEAgAUECdEHAyB1qIgIgAigCACACQUBrKAIAajYCACABQQFqIQEMAQsLIwQgAGokBEEAIQADQCAAQYAKSQRAIABBwIAd',
    'aiIBIAH9AAQAIABB8Pkdav0ABAD9rgH9CwQAIABBEGohAAwBCwtB8PkdQQBBgAr8CwBBAAuHCwIGfwV7IwVFBEADQCAHQRxJBEAgB0EBdEGAxx',
    '1qIAQgB0ECdkEBa0EAIAdBCE8bIglBCHRyOwEAQQAhBgNAIAZBASAJdEkEQCAEIgVBAWohBCAFQYDFHWogBzoAACAGQQFqIQYMAQsLIAdBAWoh',
    'BwwBCwtB/8YdQRw6AABBuMcdQf8BOwEAQQAhBANAIARBHkkEQCAEQQJ0QcDHHWogCCAEQQF2QQFrQQAgBEEETxsiBUEQdHI2AgAgCEEBIAV0ai',
    'EIIARBAWohBAwBCwtBwNkdQRA6AABBwdkdQRE6AABBwtkdQRI6AABBw9kdQQA6AABBACEEA0AgBEEISQRAIARBAXQiBUHE2R1qIARBCGo6AAAg',
    'BEEHSQRAIAVBxdkdakEHIARrOgAACyAEQQFqIQQMAQsLQQEkBQsgA0EBRgR/QQAFQcC0HUEAQYAI/AsAQQAhCEEAIQQDQCABIARLBEAgACAEai',
    '0AAEECdEHAtB1qIgUgBSgCAEEBajYCACAIQQFqIQggBEEPaiEEDAELCyAICyEEQQNBASADQQZGBH9BACEHQYABIQgDQCAIQYACSQRAIAcgCEEC',
    'dEHAtB1qKAIAaiEHIAhBAWohCAwBCwsgByAEQQN2TwR/QcC0HSgCACAEQQV2TwVBAAsFQQALIgUbJAcgA0EBRgR/QQEFQQAhB0EAIQgDQCAIQY',
    'ACSQRAIAcgCEECdEHAtB1qKAIAIgYgBmxqIQcgCEEBaiEIDAELCyAHIAQgBCAEbCIEQQh2aiAEQQt2akkLBH9BAEEAQYCACPwLAEHAgB1BAEGA',
    'CvwLAEHw+R1BAEGACvwLAEIAJABBACQBIAJB+AI7AQAgAkECaiQCIAAgARAIIANBAUYEf0EBBSMCIAJrIAEgAUEFdmtPCwVBAAtFBEBBAEEAQY',
    'CABfwLAEHAgB1BAEGACvwLAEHw+R1BAEGACvwLAEIAJABBACQBIAJB+AI7AQAgAkECaiQCIANBAkYEQCAAIAFBCkEGQQAQAAUgA0EDRgRAIAAg',
    'AUEOQQxBABAABSADQQRGBEAgACABQR5BEEEAEAAFIANBBUYEQCAAIAFBHkEQQQEQAAUgA0EGRgRAIAAgAUHBAEEQQRogBRtBARAABSADQQdGBE',
    'AgACABQYIBQeQAQQEQAAUgA0EIRgRAIAAgAUGCAkGsAkECEAAFIAAgAUGCAkHYBEECEAALCwsLCwsLCyMBBEAjAiMAPAAAIwJBAWokAgsgASED',
    'QQAhCEEBIQQDQCADBEAgA0GAICADIANBgCBPGyIBayED/QwAAAAAAAAAAAAAAAAAAAAAIQ39DAAAAAAAAAAAAAAAAAAAAAAhDP0MAAAAAAAAAA',
    'AAAAAAAAAAACELIAFBBHYhBUEAIQYDQCAFIAZLBEAgAP0ABAAhDiAAQRBqIQAgDCAN/a4BIQwgDSAO/YkBIgogDv2KASIO/Y4B/QwBAAEAAQAB',
    'AAEAAQABAAEA/boB/a4BIQ0gCyAK/QwQAA8ADgANAAwACwAKAAkA/boBIA79DAgABwAGAAUABAADAAIAAQD9ugH9rgH9rgEhCyAGQQFqIQYMAQ',
    'sLIAggBCAFQQR0bGpB8f8DcCAM/RsAIAz9GwFqIAz9GwJqIAz9GwNqQfH/A3BBBHRqIAv9GwAgC/0bAWogC/0bAmogC/0bA2pqQfH/A3AhCCAE',
    'IA39GwAgDf0bAWogDf0bAmogDf0bA2pqQfH/A3AhBCABQQ9xIQYDQCAGBEAgACIBQQFqIQAgCCAEIAEtAABqIgRqIQggBkEBayEGDAELCyAEQf',
    'H/A3AhBCAIQfH/A3AhCAwBCwsjAiAIQRB0IARyIgBBgP6DeHFBCHcgAEH/gfwHcUEIeHI2AgAjAkEEaiQCIwIgAmsLvQMBBX9BwIodQQBBgAH8',
    'CwADQCAAIARLBEAgBEHAwh1qLQAAIQNBASEBA0AgASAEaiAASQR/IARBwMIdaiABai0AACADRgVBAAsEQCABQQFqIQEMAQsLIAEgBGohBCADBE',
    'AgAUEETwRAIAJBAXRBwL0daiADOwEAIANBAnRBwIodaiIFIAUoAgBBAWo2AgAgAkEBaiECIAFBAWshAQNAIAFBA08EQCACQQF0QcC9HWpBBiAB',
    'IAFBBk8bIgVBA2tBCHRBEHI7AQBBgIsdQYCLHSgCAEEBajYCACACQQFqIQIgASAFayEBDAELCwsFA0AgAUELTwRAIAJBAXRBwL0dakGKASABIA',
    'FBigFPGyIFQQtrQQh0QRJyOwEAQYiLHUGIix0oAgBBAWo2AgAgAkEBaiECIAEgBWshAQwBCwsgAUEDTwRAIAJBAXRBwL0daiABQQNrQQh0QRFy',
    'OwEAQYSLHUGEix0oAgBBAWo2AgAgAkEBaiECQQAhAQsLA0AgAQRAIAJBAXRBwL0daiADOwEAIANBAnRBwIodaiIFIAUoAgBBAWo2AgAgAkEBai',
    'ECIAFBAWshAQwBCwsMAQsLIAILtAsDFH8CfgF7IAEhBUEAIQEDQCABIAVJBEAgASEGQcDIHUEAQcAA/AsAQQAkBEGAgA0hFUGAgA0hAkEAIQ4D',
    'QCABIAVJBEACQCAVIAJrIgNBgBBPBEAgA0ECdiABIAZrIAUgAWsQBQ0BIBUhAgsgBSABa0ERSQRAIAEiA0EBaiEBIBUgACADai0AACIDQRB0QY',
    'CAAnI2AgAgA0ECdEHw+R1qIgMgAygCAEEBajYCACAVQQRqIRUMAwsgACABaiILKQMAIRYgC0EBaiIMKQMAIRcgFqciE0Gx893xeWxBEXZBAXQi',
    'Ay8BACEKIAMgAUEBaiIJOwEAIBenIhBBsfPd8XlsQRF2QQF0IgMvAQAhCCADIAlBAWoiBzsBACAWQoCOqt7esOy8N35CMYinQQF0QYCABGoiAy',
    '8BACEEIAMgCTsBACAXQoCOqt7esOy8N35CMYinQQF0QYCABGoiAy8BACEPIAMgBzsBACAL/QAEACIYIAsgCSAKayIRa/0ABAD9I/1kQX9zaEEA',
    'QQEgCUGAgAJrIAlBgIACTRsiAyAKTRsiDSAYIAsgCSAEayISa/0ABAD9I/1kQX9zaEEAIAMgBE0bIgsgCyANSRshFCAM/QAEACIYIAwgByAIay',
    'IKa/0ABAD9I/1kQX9zaEEAQQEgCUH//wFrIAlBgIACSRsiAyAITRsiCSAYIAwgByAPayIIa/0ABAD9I/1kQX9zaEEAIAMgD00bIgcgByAJSRsh',
    'BCAVIBNB/wFxIgNBEHRBgIACcjYCACAUIAQgBCAUSRtBBEkEQCADQQJ0QfD5HWoiAyADKAIAQQFqNgIAIBVBBGogEEH/AXEiA0EQdEGAgAJyNg',
    'IAIANBAnRB8PkdaiIDIAMoAgBBAWo2AgAgFUEIaiEVIAFBAmohAUEgIA5BAWoiDkEGdiIDIANBIE8bQQF0IQQDQCAFIAFrQRFLQQAgBBsEQCAB',
    'IgNBAWohASAVIAAgA2otAAAiA0EQdEGAgAJyNgIAIANBAnRB8PkdaiIDIAMoAgBBAWo2AgAgFUEEaiEVIARBAWshBAwBCwsMAwtBACEOIANBAn',
    'RB8PkdaiIDIAQgFEsiDCADKAIAajYCACAIIAogByAJSxsgEiARIAsgDUsbIAwbIQsgASAMaiEKIBQgBCAEIBRJGyIEQRBGBEAgACAKaiIJIAtr',
    'IQhBggIgBSAKayIDIANBggJPGyEHQRAhBAJAA0AgBEEIaiIDIAdNBEAgBCAEIAlqKQMAIAQgCGopAwCFIhZ6p0EDdmohBCAWQgBSDQIgAyEEDA',
    'ELCwNAIAQgB0kEfyAEIAlqLQAAIAQgCGotAABGBUEACwRAIARBAWohBAwBCwsLCyAVIAxBAnRqIgggCyAEQRB0akH///MHajYCACAEQf3EHWot',
    'AABBAnRB9IEeaiIDIAMoAgBBAWo2AgBBHyALQQFrIgdnayEDIAcgByADQQFrdkEBcSADQQF0aiAHQQJJG0ECdEHwgh5qIgMgAygCAEEBajYCAC',
    'AIQQRqIRUgAUECaiIIIABqKQMAIhanQbHz3fF5bEERdkEBdCAIQQFqIgE7AQAgFkIIiKdBsfPd8XlsQRF2QQF0IAhBAmoiAzsBACAWQoCOqt7e',
    'sOy8N35CMYinQQF0QYCABGogATsBACADIAQgCmoiAUEBayIHQQFrIgQgAyAESRsiAyAAaigCAEGx893xeWxBEXZBAXQgA0EBajsBACAIQQNqIg',
    'MgBCADIARJGyIDIABqKAIAQbHz3fF5bEERdkEBdCADQQFqOwEAIAAgB2pBAWspAwAiFqdBsfPd8XlsQRF2QQF0IAc7AQAgFkIIiCIWp0Gx893x',
    'eWxBEXZBAXQgB0EBaiIDOwEAIBZCgI6q3t6w7Lw3fkIxiKdBAXRBgIAEaiADOwEADAILCwsgFSQDIAAgBmogASAGayABIAVGEAQMAQsLC+wBAQ',
    'R/IAMhBwNAIAEgCEsEQCAAIgZBgIAEaiEJAkACfwNAIAYgCUkEQEEAIAb9AAQAIAb9AAQQ/VAgBv0ABCAgBv0ABDD9UP1Q/VMNAhogBkFAayEG',
    'DAELC0EBCwRAIAQgCEECdGpBADYCAAwBCyAEIAhBAnRqIAMgB2tBCXZBAWo2AgAgAEGAgAQgA0EMaiIGIAUQBiEJIAMgAiAIaq1CB4Y3AwAgA0',
    'EIaiAJNgIAIAcgBiAJaiIGIAdrQf8DakGAfHFqIQMgBkEAIAMgBmv8CwALIAhBAWohCCAAQYCABGohAAwBCwsgAyAHawtFACAAIAFqIQEDQCAA',
    'IAFJBEAgAP0ABAAgAP0ABBD9UCAA/QAEICAA/QAEMP1Q/VD9UwRAQQAPCyAAQUBrIQAMAQsLQQEL',
].join('');

;// CONCATENATED MODULE: ./.cache/build/src/disk/vmdk/deflate-thread.js
/** One compressing thread, seen from the thread that gives it work. */





/** More threads than this do not help: reading, hashing and writing are one stream. It also bounds the memory. */
const MAX_THREADS = 12;
/** How many threads a pool has of those asked for. */
function threadCount(asked = (0,external_node_os_.availableParallelism)()) {
    return Math.max(1, Math.min(asked, MAX_THREADS));
}
/** Returns at once; the process does not wait for it before it is taken. */
function startDeflateThread() {
    const worker = startWorker();
    const waiting = new Map();
    let failure;
    let started;
    let notStarted;
    const memory = new Promise((resolve, reject) => {
        started = resolve;
        notStarted = reject;
    });
    // Whoever started it may fail before it is asked for.
    memory.catch(() => { });
    const fail = (error) => {
        failure ??= error;
        for (const { reject } of waiting.values())
            reject(failure);
        waiting.clear();
        notStarted(failure);
    };
    worker.on('error', (cause) => {
        fail(new Error(`A compressing thread failed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause }));
    });
    worker.on('exit', (code) => {
        fail(new Error(`A compressing thread ended by itself (code ${code}), probably for want of memory`));
    });
    worker.on('message', (message) => {
        if ('memory' in message) {
            started(message.memory);
        }
        else if ('packed' in message) {
            const waiter = waiting.get(message.slot);
            waiting.delete(message.slot);
            waiter?.resolve(message.packed);
        }
    });
    // Behind the listeners, each of which would have the process wait for it again.
    worker.unref();
    return {
        memory,
        run: (job) => new Promise((resolve, reject) => {
            if (failure !== undefined) {
                reject(failure);
                return;
            }
            waiting.set(job.slot, { resolve, reject });
            worker.postMessage(job);
        }),
        take: () => worker.ref(),
        close: async () => {
            fail(new Error('The compressing thread was ended'));
            await worker.terminate();
        },
    };
}
function startWorker() {
    const setup = { wasm: Buffer.from(GRAIN_DEFLATE_WASM, 'base64'), pages: deflate_slot/* THREAD_PAGES */.SX };
    return new external_node_worker_threads_.Worker(`(${deflate_worker/* deflateWorkerBody */.kA.toString()})()`, {
        eval: true,
        workerData: setup,
        // All the data is outside the heap; many threads must not cost as many default heaps.
        resourceLimits: { maxYoungGenerationSizeMb: 2, maxOldGenerationSizeMb: 32 },
    });
}


/***/ }),

/***/ 16147:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zc: () => (/* binding */ PACKED_GRAIN_ROOM),
/* harmony export */   an: () => (/* binding */ MODULE_PAGES),
/* harmony export */   kA: () => (/* binding */ deflateWorkerBody),
/* harmony export */   ms: () => (/* binding */ GRAIN_SIZE)
/* harmony export */ });
/** The thread that packs windows of grains. Its source text is handed to the Worker, so it must use nothing from outside. */
/** Pages of 64 KiB that the WebAssembly module keeps for itself (scripts/build-wasm.ts). */
const MODULE_PAGES = 9;
const GRAIN_SIZE = 65536;
/** Room for an incompressible grain with its marker, rounded up to sectors. */
const PACKED_GRAIN_ROOM = 66048;
/** The body of the thread. */
function deflateWorkerBody() {
    const { parentPort, workerData } = process.getBuiltinModule('node:worker_threads');
    const { wasm, pages } = workerData;
    if (!parentPort)
        throw new TypeError('not a worker');
    const port = parentPort;
    // The maximum is the module's own (scripts/build-wasm.ts); shared memories must agree on it.
    const memory = new WebAssembly.Memory({ initial: pages, maximum: 1024, shared: true });
    const packer = new WebAssembly.Instance(new WebAssembly.Module(wasm), { env: { memory } }).exports;
    port.postMessage({ memory: memory.buffer });
    port.on('message', ({ slot, input, grains, firstGrain, output, table, level }) => {
        // WebAssembly returns signed numbers; a packed window is far below 2^31.
        const packed = packer.packWindow(input, grains, firstGrain, output, table, level);
        port.postMessage({ slot, packed });
    });
}


/***/ }),

/***/ 56548:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ startSpareThreads),
/* harmony export */   s: () => (/* binding */ takeThread)
/* harmony export */ });
/* harmony import */ var _deflate_thread_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45966);
/**
 * Compressing threads that are started before anybody has work for them: one takes as long to start as the rest of a program to load, and
 * does it on another core. The next pool takes them; the process does not wait for those that nobody takes.
 */

const spare = [];
/** @param count of threads; default as many as a pool has */
function startSpareThreads(count = (0,_deflate_thread_js__WEBPACK_IMPORTED_MODULE_0__/* .threadCount */ .C)()) {
    while (spare.length < count)
        spare.push((0,_deflate_thread_js__WEBPACK_IMPORTED_MODULE_0__/* .startDeflateThread */ .m)());
}
/** One that was started before, else a new one; who takes it closes it. */
function takeThread() {
    const thread = spare.shift() ?? (0,_deflate_thread_js__WEBPACK_IMPORTED_MODULE_0__/* .startDeflateThread */ .m)();
    thread.take();
    return thread;
}


/***/ })

};
