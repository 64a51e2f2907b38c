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
    'dGUABgpwYWNrV2luZG93AAkGbWVtb3J5AgAK80kL8QcBCX8gASEKQQAhAQNAIAEgCkkEQCABIQhBwMgdQQBBwAD8CwBBACQEQYCADSELQYCADS',
    'EGA0AgASAKSQRAAkAgCyAGayIFQYAQTwRAIAVBAnYgASAIayAKIAFrEAUNASALIQYLIAogAWtBBUkEQCABIgVBAWohASALIAAgBWotAAAiBUEQ',
    'dEGAgAJyNgIAIAVBAnRB8PkdaiIFIAUoAgBBAWo2AgAgC0EEaiELDAMLQQAkBiAAIAFBggIgCiABayIFIAVBggJPG0ECIAIgAxABIQUjBkUEQC',
    'ABIgVBAWohASALIAAgBWotAAAiBUEQdEGAgAJyNgIAIAVBAnRB8PkdaiIFIAUoAgBBAWo2AgAgC0EEaiELDAMLIwYhDCABIQkDQCAKIAFrIgcg',
    'BUEFaktBACACIAVLQQAgBBsbBEACQEEAJAYgACABQQFqIglBggIgB0EBayIHIAdBggJPGyAFQQFrIAIgA0EBIwcgBUEQSRt2EAEiByAFT0EAIw',
    'YbBH8gByAFa0ECdCAMZ2tBACMGZ2trQQJKBUEACwRAIAEiBUEBaiEBIAsgACAFai0AACIFQRB0QYCAAnI2AgAgBUECdEHw+R1qIgUgBSgCAEEB',
    'ajYCACALQQRqIQsgByEFIwYhDAwDCyAEQQJJDQBBACQGIAAgAUECaiIJQYICIAogAWtBAmsiByAHQYICTxsgBUEBayACIANBAnYQASIHIAVPQQ',
    'AjBhsEfyAHIAVrQQJ0IAxna0EAIwZna2tBBkoFQQALBEAgCyAAIAFqLQAAIgVBEHRBgIACcjYCACAFQQJ0QfD5HWoiBSAFKAIAQQFqNgIAIAFB',
    'AWoiBUEBaiEBIAtBBGoiCyAAIAVqLQAAIgVBEHRBgIACcjYCACAFQQJ0QfD5HWoiBSAFKAIAQQFqNgIAIAtBBGohCyAHIQUjBiEMDAMLCwsLIA',
    'sgDCAFQRB0akH///MHajYCACAFQf3EHWotAABBAnRB9IEeaiIHIAcoAgBBAWo2AgBBHyAMQQFrIgdnayEMIAcgByAMQQFrdkEBcSAMQQF0aiAH',
    'QQJJG0ECdEHwgh5qIgcgBygCAEEBajYCACALQQRqIQsgBAR/IAEgBWoFIAEgBWoiByAJQQlqIgwgByAMSRsLIgcgCkEEayIMIAcgDEkbIQwgCU',
    'EBaiEHA0AgByAMSQRAIAdBAXRBgIAFaiAAIAdqKAIAIglBsfPd8XlsQRF2QQF0Ig0vAQA7AQAgDSAHQQFqIgc7AQAgCUGA4ua7A2xBE3ZBAXRB',
    'gIAEaiAHOwEADAELCyABIAVqIQEMAgsLCyALJAMgACAIaiABIAhrIAEgCkYQBAwBCwsLvgMCCH8BfiAAIAFqIgooAgAiC0Gx893xeWxBEXZBAX',
    'QhBiALQYDi5rsDbEETdkEBdEGAgARqIgcvAQAhCCABQQF0QYCABWogBi8BACIJOwEAIAYgAUEBaiIGOwEAIAcgBjsBACADQQNJQQEgAUH//wFr',
    'IAZBgIACTRsiDCAITXEgBiAIayIGQYDAAE1xBEAgACAIakEBaygCACALc0EIdEUEQCAGJAZBAyEDCwsgAiADTQRAIAMPCyAKQQMgAyADQQNJGy',
    'IDakEDaygCACEHA0AgCSAMTwRAAkAgACAJakEBayINIANqQQNrKAIAIAdGBH8gDSgCACALRgVBAAsEQEEEIQYCQANAIAZBCGoiCCACTQRAIAYg',
    'BiAKaikDACAGIA1qKQMAhSIOeqdBA3ZqIQYgDkIAUg0CIAghBgwBCwsDQCACIAZLBH8gBiAKai0AACAGIA1qLQAARgVBAAsEQCAGQQFqIQYMAQ',
    'sLCyADIAZJBEAgAUEBaiAJayQGIAQgBk0gBiIDIAJPcgRAIAYPCyADIApqQQNrKAIAIQcLCyAFQQFrIgVFDQAgCUEBdEH+/wRqLwEAIQkMAgsL',
    'CyADC8MLARB/A0AgAiAJSwRAIAlBAnQiBCAAaigCACEGIAEgBGpBADYCACAGBEAgBUECdEHAlh1qIAkgBkEJdHI2AgAgBiAKIAYgCksbIQogBU',
    'EBaiEFCyAJQQFqIQkMAQsLIAVFBEBBAA8LIAVBAUYEQCABQcCWHSgCAEH/A3FBAnRqQYCABDYCAEEBDwtBwJYdIQBBwKAdIQRBCSEJA0AgCgRA',
    'QcC0HUEAQYAI/AsAQQAhBgNAIAUgBksEQCAAIAZBAnRqKAIAIAl2Qf8BcUECdEHAtB1qIgsgCygCAEEBajYCACAGQQFqIQYMAQsLQQAhC0EAIQ',
    'YDQCAGQYACSQRAIAZBAnRBwLQdaiISKAIAIRMgEiALNgIAIAsgE2ohCyAGQQFqIQYMAQsLQQAhBgNAIAUgBksEQCAAIAZBAnRqKAIAIgsgCXZB',
    '/wFxQQJ0QcC0HWoiEigCACETIBIgE0EBajYCACAEIBNBAnRqIAs2AgAgBkEBaiEGDAELCyAAIAQhACEEIApBCHYhCiAJQQhqIQkMAQsLA0AgBS',
    'APSwRAIA9BAnQiBEHAqh1qIAAgBGooAgBBCXY2AgAgD0EBaiEPDAELC0HAqh1BwKodKAIAQcSqHSgCAGo2AgBBAiEEQQEhCgNAIAogBUEBa0kE',
    'QCAEIAVPBH9BAQUgB0ECdEHAqh1qKAIAIARBAnRBwKodaigCAEkLBEAgB0ECdEHAqh1qKAIAIQkgByIGQQFqIQcgBkECdEHAqh1qIAo2AgAFIA',
    'QiBkEBaiEEIAZBAnRBwKodaigCACEJCyAEIAVPBH9BAQUgByAKSQR/IAdBAnRBwKodaigCACAEQQJ0QcCqHWooAgBJBUEACwsEQCAJIAdBAnRB',
    'wKodaigCAGohCSAHIgZBAWohByAGQQJ0QcCqHWogCjYCAAUgBCIGQQFqIQQgCSAGQQJ0QcCqHWooAgBqIQkLIApBAnRBwKodaiAJNgIAIApBAW',
    'ohCgwBCwsgBUECdEG4qh1qQQA2AgAgBUEDayEEA0AgBEEATgRAIARBAnRBwKodaiIGIAYoAgBBAnRBwKodaigCAEEBajYCACAEQQFrIQQMAQsL',
    'QcC8HUEAQYAB/AsAQQEhByAFQQJrIQYgBSEEA0AgB0EASgRAA0AgBkEATgR/IAZBAnRBwKodaigCACAMRgVBAAsEQCANQQFqIQ0gBkEBayEGDA',
    'ELCyAHIA1rIgdBAEoEQCAMIAMgAyAMSxtBAnRBwLwdaiIJIAkoAgAgB2o2AgAgBCAHayEECyANQQF0IQcgDEEBaiEMQQAhDQwBCwtBASEEA0Ag',
    'AyAETwRAIA4gBEECdEHAvB1qKAIAIAMgBGt0aiEOIARBAWohBAwBCwsDQCAOQQEgA3RLBEAgA0EBayEEA0AgBEECdEHAvB1qKAIARQRAIARBAW',
    'shBAwBCwsgBEECdCIEQcC8HWoiBiAGKAIAQQFrNgIAIARBxLwdaiIEIAQoAgBBAmo2AgAgA0ECdEHAvB1qIgQgBCgCAEEBazYCACAOQQFrIQ4M',
    'AQsLIAMhBgNAIAYEQCAGQQJ0QcC8HWooAgAhBwNAIAcEQCAIIgRBAWohCCABIAAgBEECdGooAgBB/wNxQQJ0aiAGQRB0NgIAIAdBAWshBwwBCw',
    'sgBkEBayEGDAELC0HAvB1BADYCAEEBIQADQCAAIANNBEAgESAAQQJ0IgRBvLwdaigCAGpBAXQhESAEQcC0HWogETYCACAAQQFqIQAMAQsLA0Ag',
    'AiAQSwRAIAEgEEECdGoiACgCAEEQdiIDBEAgA0ECdEHAtB1qIgQoAgAhBiAEIAZBAWo2AgAgACADQRB0IAZBAXZB1aoBcSAGQdWqAXFBAXRyIg',
    'BBAnZBs+YAcSAAQbPmAHFBAnRyIgBBBHZBjx5xIABBjx5xQQR0ciIAQf8BcUEIdCAAQQh2ckEQIANrdnI2AgALIBBBAWohEAwBCwsgBQuJBQIF',
    'fwJ+A0AgAEGAAkkEQCAAQQJ0IgFBwIsdaigCACECIAFBwMkdaiACQf//A3FBCHQgAkEQdnI2AgAgAUHA0R1qIABBgMUdai0AACIBQQJ0QcSTHW',
    'ooAgAiAkEQdiIDIAFBAXRBgMcdai8BACIBQQh2aiACQf//A3EgACABQf8BcWsgA3RyQQh0cjYCACAAQQFqIQAMAQsLQQAhAANAIABBHkkEQCAA',
    'QQJ0IgFBwJQdaigCACICQRB2IQMgAkH//wNxIAFBwMcdaigCACIBQf//A3EiAiADdGutIAOtQiCGhCABQRB2IgEgA2qtQiiGhCEFIAJBASABdG',
    'pBAWsiASABQQd2QYACaiABQYACSRshASACIAJBB3ZBgAJqIAJBgAJJGyECA0AgASACTwRAIAJBA3RB4NkdaiAFNwMAIAJBAWohAgwBCwsgAEEB',
    'aiEADAELC0Hg+R1CgID+/w83AwAjACEFIwEhACMCIQJBgIANIQEDQCABIwNJBEAgAiAFIAEoAgAiA0EQdkECdEHAyR1qKAIAIgRBCHatIACtho',
    'QgA0H//wNxIgMgA0EHdkGAAmogA0GAAkkbQQN0QeDZHWopAwAiBqcgAyAGQiCIp3RqrSAAIARB/wFxaiIArYaEIgU3AwAgAiAAIAZCKIinaiIA',
    'QQN2aiECIAUgAEE4ca2IIQUgAEEHcSEAIAFBBGohAQwBCwsgBSQAIAAkASACJAIjAiMANwMAIwIjAUEDdmokAiMAIwFBOHGtiCQAIwFBB3EkAS',
    'MAQcCTHSgCACIAQf//A3GtIwGthoQkACMBIABBEHZqJAEjAiMANwMAIwIjAUEDdmokAiMAIwFBOHGtiCQAIwFBB3EkAQvADQELfwNAIARBgApJ',
    'BEAgBEHAgB1qIgUgBf0ABAAgBEHw+R1q/QAEAP2uAf0LBAAgBEEQaiEEDAELC0Hw+R1BAEGACvwLAEHAiB1BATYCAEHAgB1BwIsdQZ4CQQ8QAh',
    'pBwIkdQcCUHUEeQQ8QAkUEQEHAlB1BgIAENgIAC0GeAiEHA0AgB0GBAksEfyAHQQJ0QbyLHWooAgAFQQELRQRAIAdBAWshBwwBCwtBHiEJA0Ag',
    'CUEBSwR/IAlBAnRBvJQdaigCAAVBAQtFBEAgCUEBayEJDAELC0EAIQQDQCAEIAdJBEAgBEHAwh1qIARBAnRBwIsdaigCAEEQdjoAACAEQQFqIQ',
    'QMAQsLQQAhBANAIAQgCUkEQCAHQcDCHWogBGogBEECdEHAlB1qKAIAQRB2OgAAIARBAWohBAwBCwsgByAJahAHIQtBwIodQcCVHUETQQcQAhpB',
    'EyEKA0AgCkEESwR/IApBv9kdai0AAEECdEHAlR1qKAIABUEBC0UEQCAKQQFrIQoMAQsLIApBA2xBEWohCEEDIQVBACEEA0AgBEETSQRAIAggBE',
    'ECdCIIQcCKHWooAgAgCEHAlR1qKAIAQRB2bGohCCAEQQFqIQQMAQsLIAhBhIsdKAIAQQNsQYCLHSgCAEEBdGpBiIsdKAIAQQdsamohCEEAIQQD',
    'QCAEIAdJBEAgCCAEQQJ0IghBwIAdaigCACIMIAhBwIsdaigCAEEQdmxqIQggBSAEQZABSQR/QQgFIARBgAJJBH9BCQVBB0EIIARBmAJJGwsLIA',
    'xsaiEFIARBgAJLBEAgAyAMIARBAXRB/sIdai8BAEEIdmxqIQMLIARBAWohBAwBCwtBACEEA0AgBCAJSQRAIAggBEECdCIMQcCJHWooAgAiDSAM',
    'QcCUHWooAgBBEHZsaiEIIAUgDUEFbGohBSADIA0gDEHAxx1qKAIAQRB2bGohAyAEQQFqIQQMAQsLIAFBAWtB//8DbkEBakEobCABQQN0aiIEIA',
    'MgCGoiCE0gAyAFaiIDIARPcQRAA0AgAQRAIwBCACACrSABQf//AyABIAFB//8DTxsiA2siARsjAa2GhCQAIwFBA2okASMBQQdqQXhxJAEjAiMA',
    'NwMAIwIjAUEDdmokAiMAIwFBOHGtiCQAIwFBB3EkASMCIAMgA0F/c0EQdHI2AgAjAkEEaiAAIAP8CgAAIwIgA0EEamokAiAAIANqIQBCACQADA',
    'ELCwUgAyAITQRAIwAgAkECcq0jAa2GhCQAIwFBA2okASMCIwA3AwAjAiMBQQN2aiQCIwAjAUE4ca2IJAAjAUEHcSQBA0AgBkGgAkkEQCAGQQJ0',
    'QcCLHWogBkGQAUkEf0EIBSAGQYACSQR/QQkFQQdBCCAGQZgCSRsLCyIAQRB0IAZBkAFJBH8gBkEwagUgBkGAAkkEfyAGQYACagUgBkGAAmsgBk',
    'HYAGsgBkGYAkkbCwsiAUEBdkHVqgFxIAFB1aoBcUEBdHIiAUECdkGz5gBxIAFBs+YAcUECdHIiAUEEdkGPHnEgAUGPHnFBBHRyIgFB/wFxQQh0',
    'IAFBCHZyQRAgAGt2cjYCACAGQQFqIQYMAQsLQQAhAQNAIAFBHkkEQCABQQJ0QcCUHWogAUEBdkHVqgFxIAFB1aoBcUEBdHIiAEECdkGz5gBxIA',
    'BBs+YAcUECdHIiAEEEdkGPHnEgAEGPHnFBBHRyIgBB/wFxQQh0IABBCHZyQQt2QYCAFHI2AgAgAUEBaiEBDAELCxADBSMAIAJBBHIgB0GBAmtB',
    'A3RyIAlBAWtBCHRyIApBBGtBDXRyrSMBrYaEJAAjAUERaiQBIwIjADcDACMCIwFBA3ZqJAIjACMBQThxrYgkACMBQQdxJAFBACEAA0AgACAKSQ',
    'RAIwAgAEHA2R1qLQAAQQJ0QcCVHWo1AgBCEIgjAa2GhCQAIwFBA2okASMBQShLBEAjAiMANwMAIwIjAUEDdmokAiMAIwFBOHGtiCQAIwFBB3Ek',
    'AQsgAEEBaiEADAELC0EAIQADQCAAIAtJBEAjAiMANwMAIwIjAUEDdmokAiMAIwFBOHGtiCQAIwFBB3EkASMAIABBAXRBwL0dai8BACIBQf8BcS',
    'ICQQJ0QcCVHWooAgAiA0H//wNxrSMBrYaEJAAjASADQRB2aiQBIAJBEE8EQCMAIAFBCHatIwGthoQkACACQRBGBH9BAgVBA0EHIAJBEUYbCyMB',
    'aiQBCyAAQQFqIQAMAQsLIwIjADcDACMCIwFBA3ZqJAIjACMBQThxrYgkACMBQQdxJAEQAwsLQcCAHUEAQYAK/AsAC/kDAgR/AXsDQCAEQQRJBE',
    'AgBEEIdEHw+R1qIgb9AAQAIQdBECEDA0AgA0GAAkkEQCAHIAMgBmr9AAQA/a4BIQcgA0EQaiEDDAELCyAEQQN0QYDJHWoiAyAH/RsAIAf9GwJq',
    'NgIAIANBBGogB/0bASAH/RsDajYCACAEQQFqIQQMAQsLQQAhBEGBAiEDA0AgA0GHAkkEQCAEIANBAnRB8PkdaigCAGohBCADQQFqIQMMAQsLQY',
    'cCIQMDQCADQZ4CSQRAIAUgA0ECdEHw+R1qKAIAaiEFIANBAWohAwwBCwtBoMkdIAQ2AgBBpMkdIAU2AgAgAkHQD09BACABQdAPT0EAIwQbGwRA',
    'QQAhA0EAIQIDQCACQQpJBEAgAyMEIAJBAnQiA0GAyR1qKAIAbCIEIANBwMgdaigCACAAbCIDayADIARrIAMgBEkbaiEDIAJBAWohAgwBCwsgAy',
    'MEIAFBDHZsaiMEIABB3AFsQQl2bE8EQEEBDwsLQQAhAQNAIAFBCkkEQCABQQJ0QcDIHWoiAiACKAIAIAJBQGsoAgBqNgIAIAFBAWohAQwBCwsj',
    'BCAAaiQEQQAhAANAIABBgApJBEAgAEHAgB1qIgEgAf0ABAAgAEHw+R1q/QAEAP2uAf0LBAAgAEEQaiEADAELC0Hw+R1BAEGACvwLAEEAC4cLAg',
    'Z/BXsjBUUEQANAIAdBHEkEQCAHQQF0QYDHHWogBCAHQQJ2QQFrQQAgB0EITxsiCUEIdHI7AQBBACEGA0AgBkEBIAl0SQRAIAQiBUEBaiEEIAVB',
    'gMUdaiAHOgAAIAZBAWohBgwBCwsgB0EBaiEHDAELC0H/xh1BHDoAAEG4xx1B/wE7AQBBACEEA0AgBEEeSQRAIARBAnRBwMcdaiAIIARBAXZBAW',
    'tBACAEQQRPGyIFQRB0cjYCACAIQQEgBXRqIQggBEEBaiEEDAELC0HA2R1BEDoAAEHB2R1BEToAAEHC2R1BEjoAAEHD2R1BADoAAEEAIQQDQCAE',
    'QQhJBEAgBEEBdCIFQcTZHWogBEEIajoAACAEQQdJBEAgBUHF2R1qQQcgBGs6AAALIARBAWohBAwBCwtBASQFCyADQQFGBH9BAAVBwLQdQQBBgA',
    'j8CwBBACEIQQAhBANAIAEgBEsEQCAAIARqLQAAQQJ0QcC0HWoiBSAFKAIAQQFqNgIAIAhBAWohCCAEQQ9qIQQMAQsLIAgLIQRBA0EBIANBBkYE',
    'f0EAIQdBgAEhCANAIAhBgAJJBEAgByAIQQJ0QcC0HWooAgBqIQcgCEEBaiEIDAELCyAHIARBA3ZPBH9BwLQdKAIAIARBBXZPBUEACwVBAAsiBR',
    'skByADQQFGBH9BAQVBACEHQQAhCANAIAhBgAJJBEAgByAIQQJ0QcC0HWooAgAiBiAGbGohByAIQQFqIQgMAQsLIAcgBCAEIARsIgRBCHZqIARB',
    'C3ZqSQsEf0EAQQBBgIAI/AsAQcCAHUEAQYAK/AsAQfD5HUEAQYAK/AsAQgAkAEEAJAEgAkH4AjsBACACQQJqJAIgACABEAggA0EBRgR/QQEFIw',
    'IgAmsgASABQQV2a08LBUEAC0UEQEEAQQBBgIAF/AsAQcCAHUEAQYAK/AsAQfD5HUEAQYAK/AsAQgAkAEEAJAEgAkH4AjsBACACQQJqJAIgA0EC',
    'RgRAIAAgAUEKQQZBABAABSADQQNGBEAgACABQQ5BDEEAEAAFIANBBEYEQCAAIAFBHkEQQQAQAAUgA0EFRgRAIAAgAUEeQRBBARAABSADQQZGBE',
    'AgACABQcEAQRBBGiAFG0EBEAAFIANBB0YEQCAAIAFBggFB5ABBARAABSADQQhGBEAgACABQYICQawCQQIQAAUgACABQYICQdgEQQIQAAsLCwsL',
    'CwsLIwEEQCMCIwA8AAAjAkEBaiQCCyABIQNBACEIQQEhBANAIAMEQCADQYAgIAMgA0GAIE8bIgFrIQP9DAAAAAAAAAAAAAAAAAAAAAAhDf0MAA',
    'AAAAAAAAAAAAAAAAAAACEM/QwAAAAAAAAAAAAAAAAAAAAAIQsgAUEEdiEFQQAhBgNAIAUgBksEQCAA/QAEACEOIABBEGohACAMIA39rgEhDCAN',
    'IA79iQEiCiAO/YoBIg79jgH9DAEAAQABAAEAAQABAAEAAQD9ugH9rgEhDSALIAr9DBAADwAOAA0ADAALAAoACQD9ugEgDv0MCAAHAAYABQAEAA',
    'MAAgABAP26Af2uAf2uASELIAZBAWohBgwBCwsgCCAEIAVBBHRsakHx/wNwIAz9GwAgDP0bAWogDP0bAmogDP0bA2pB8f8DcEEEdGogC/0bACAL',
    '/RsBaiAL/RsCaiAL/RsDampB8f8DcCEIIAQgDf0bACAN/RsBaiAN/RsCaiAN/RsDampB8f8DcCEEIAFBD3EhBgNAIAYEQCAAIgFBAWohACAIIA',
    'QgAS0AAGoiBGohCCAGQQFrIQYMAQsLIARB8f8DcCEEIAhB8f8DcCEIDAELCyMCIAhBEHQgBHIiAEGA/oN4cUEIdyAAQf+B/AdxQQh4cjYCACMC',
    'QQRqJAIjAiACawu9AwEFf0HAih1BAEGAAfwLAANAIAAgBEsEQCAEQcDCHWotAAAhA0EBIQEDQCABIARqIABJBH8gBEHAwh1qIAFqLQAAIANGBU',
    'EACwRAIAFBAWohAQwBCwsgASAEaiEEIAMEQCABQQRPBEAgAkEBdEHAvR1qIAM7AQAgA0ECdEHAih1qIgUgBSgCAEEBajYCACACQQFqIQIgAUEB',
    'ayEBA0AgAUEDTwRAIAJBAXRBwL0dakEGIAEgAUEGTxsiBUEDa0EIdEEQcjsBAEGAix1BgIsdKAIAQQFqNgIAIAJBAWohAiABIAVrIQEMAQsLCw',
    'UDQCABQQtPBEAgAkEBdEHAvR1qQYoBIAEgAUGKAU8bIgVBC2tBCHRBEnI7AQBBiIsdQYiLHSgCAEEBajYCACACQQFqIQIgASAFayEBDAELCyAB',
    'QQNPBEAgAkEBdEHAvR1qIAFBA2tBCHRBEXI7AQBBhIsdQYSLHSgCAEEBajYCACACQQFqIQJBACEBCwsDQCABBEAgAkEBdEHAvR1qIAM7AQAgA0',
    'ECdEHAih1qIgUgBSgCAEEBajYCACACQQFqIQIgAUEBayEBDAELCwwBCwsgAgu0CwMUfwJ+AXsgASEFQQAhAQNAIAEgBUkEQCABIQZBwMgdQQBB',
    'wAD8CwBBACQEQYCADSEVQYCADSECQQAhDgNAIAEgBUkEQAJAIBUgAmsiA0GAEE8EQCADQQJ2IAEgBmsgBSABaxAFDQEgFSECCyAFIAFrQRFJBE',
    'AgASIDQQFqIQEgFSAAIANqLQAAIgNBEHRBgIACcjYCACADQQJ0QfD5HWoiAyADKAIAQQFqNgIAIBVBBGohFQwDCyAAIAFqIgspAwAhFiALQQFq',
    'IgwpAwAhFyAWpyITQbHz3fF5bEERdkEBdCIDLwEAIQogAyABQQFqIgk7AQAgF6ciEEGx893xeWxBEXZBAXQiAy8BACEIIAMgCUEBaiIHOwEAIB',
    'ZCgI6q3t6w7Lw3fkIxiKdBAXRBgIAEaiIDLwEAIQQgAyAJOwEAIBdCgI6q3t6w7Lw3fkIxiKdBAXRBgIAEaiIDLwEAIQ8gAyAHOwEAIAv9AAQA',
    'IhggCyAJIAprIhFr/QAEAP0j/WRBf3NoQQBBASAJQYCAAmsgCUGAgAJNGyIDIApNGyINIBggCyAJIARrIhJr/QAEAP0j/WRBf3NoQQAgAyAETR',
    'siCyALIA1JGyEUIAz9AAQAIhggDCAHIAhrIgpr/QAEAP0j/WRBf3NoQQBBASAJQf//AWsgCUGAgAJJGyIDIAhNGyIJIBggDCAHIA9rIghr/QAE',
    'AP0j/WRBf3NoQQAgAyAPTRsiByAHIAlJGyEEIBUgE0H/AXEiA0EQdEGAgAJyNgIAIBQgBCAEIBRJG0EESQRAIANBAnRB8PkdaiIDIAMoAgBBAW',
    'o2AgAgFUEEaiAQQf8BcSIDQRB0QYCAAnI2AgAgA0ECdEHw+R1qIgMgAygCAEEBajYCACAVQQhqIRUgAUECaiEBQSAgDkEBaiIOQQZ2IgMgA0Eg',
    'TxtBAXQhBANAIAUgAWtBEUtBACAEGwRAIAEiA0EBaiEBIBUgACADai0AACIDQRB0QYCAAnI2AgAgA0ECdEHw+R1qIgMgAygCAEEBajYCACAVQQ',
    'RqIRUgBEEBayEEDAELCwwDC0EAIQ4gA0ECdEHw+R1qIgMgBCAUSyIMIAMoAgBqNgIAIAggCiAHIAlLGyASIBEgCyANSxsgDBshCyABIAxqIQog',
    'FCAEIAQgFEkbIgRBEEYEQCAAIApqIgkgC2shCEGCAiAFIAprIgMgA0GCAk8bIQdBECEEAkADQCAEQQhqIgMgB00EQCAEIAQgCWopAwAgBCAIai',
    'kDAIUiFnqnQQN2aiEEIBZCAFINAiADIQQMAQsLA0AgBCAHSQR/IAQgCWotAAAgBCAIai0AAEYFQQALBEAgBEEBaiEEDAELCwsLIBUgDEECdGoi',
    'CCALIARBEHRqQf//8wdqNgIAIARB/cQdai0AAEECdEH0gR5qIgMgAygCAEEBajYCAEEfIAtBAWsiB2drIQMgByAHIANBAWt2QQFxIANBAXRqIA',
    'dBAkkbQQJ0QfCCHmoiAyADKAIAQQFqNgIAIAhBBGohFSABQQJqIgggAGopAwAiFqdBsfPd8XlsQRF2QQF0IAhBAWoiATsBACAWQgiIp0Gx893x',
    'eWxBEXZBAXQgCEECaiIDOwEAIBZCgI6q3t6w7Lw3fkIxiKdBAXRBgIAEaiABOwEAIAMgBCAKaiIBQQFrIgdBAWsiBCADIARJGyIDIABqKAIAQb',
    'Hz3fF5bEERdkEBdCADQQFqOwEAIAhBA2oiAyAEIAMgBEkbIgMgAGooAgBBsfPd8XlsQRF2QQF0IANBAWo7AQAgACAHakEBaykDACIWp0Gx893x',
    'eWxBEXZBAXQgBzsBACAWQgiIIhanQbHz3fF5bEERdkEBdCAHQQFqIgM7AQAgFkKAjqre3rDsvDd+QjGIp0EBdEGAgARqIAM7AQAMAgsLCyAVJA',
    'MgACAGaiABIAZrIAEgBUYQBAwBCwsL7AEBBH8gAyEHA0AgASAISwRAIAAiBkGAgARqIQkCQAJ/A0AgBiAJSQRAQQAgBv0ABAAgBv0ABBD9UCAG',
    '/QAEICAG/QAEMP1Q/VD9Uw0CGiAGQUBrIQYMAQsLQQELBEAgBCAIQQJ0akEANgIADAELIAQgCEECdGogAyAHa0EJdkEBajYCACAAQYCABCADQQ',
    'xqIgYgBRAGIQkgAyACIAhqrUIHhjcDACADQQhqIAk2AgAgByAGIAlqIgYgB2tB/wNqQYB8cWohAyAGQQAgAyAGa/wLAAsgCEEBaiEIIABBgIAE',
    'aiEADAELCyADIAdrC0UAIAAgAWohAQNAIAAgAUkEQCAA/QAEACAA/QAEEP1QIAD9AAQgIAD9AAQw/VD9UP1TBEBBAA8LIABBQGshAAwBCwtBAQ',
    's=',
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
