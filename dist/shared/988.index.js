export const id = 988;
export const ids = [988];
export const modules = {

/***/ 75269:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  DK: () => (/* binding */ WINDOW_SIZE),
  K6: () => (/* binding */ startDeflatePool)
});

// UNUSED EXPORTS: WINDOW_GRAINS

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __webpack_require__(75919);
// EXTERNAL MODULE: ./.cache/build/src/disk/vmdk/deflate-worker.js
var deflate_worker = __webpack_require__(16147);
;// CONCATENATED MODULE: ./.cache/build/src/disk/vmdk/grain-deflate-wasm.js
/** Made from wasm/grain-deflate.ts by scripts/build-wasm.ts; do not edit. */
/** The module as base64: text survives bundling into one file. */
const GRAIN_DEFLATE_WASM = [
    'AGFzbQEAAAABOwlgBn9/f39/fwF/YAR/f39/AX9gBX9/f39/AGAAAGADf39/AGADf39/AX9gAX8Bf2ACf38AYAJ/fwF/AhEBA2VudgZtZW1vcn',
    'kCAwmACAMMCwIAAQMEBQEGBwAIBjAJfgFCAAt/AUEAC38BQQALfwFBgIANC38BQQALfwFBAAt/AUEAC38BQQALfwFBAQsHKgQGaXNaZXJvAAoH',
    'ZGVmbGF0ZQAGCnBhY2tXaW5kb3cACQZtZW1vcnkCAAq+SAu+BwEJfyABIQpBACEBA0AgASAKSQRAIAEhCEHAyB1BAEHAAPwLAEEAJARBgIANIQ',
    'tBgIANIQYDQCABIApJBEACQCALIAZrIgVBgBBPBEAgBUECdiABIAhrIAogAWsQBQ0BIAshBgsgCiABa0EFSQRAIAEiBUEBaiEBIAsgACAFai0A',
    'ACIFQRB0NgIAIAVBAnRB4NkdaiIFIAUoAgBBAWo2AgAgC0EEaiELDAMLQQAkByAAIAFBggIgCiABayIFIAVBggJPG0ECIAIgAxABIQUjB0UEQC',
    'ABIgVBAWohASALIAAgBWotAAAiBUEQdDYCACAFQQJ0QeDZHWoiBSAFKAIAQQFqNgIAIAtBBGohCwwDCyMHIQwgASEJA0AgCiABayIHIAVBBWpL',
    'QQAgAiAFS0EAIAQbGwRAAkBBACQHIAAgAUEBaiIJQYICIAdBAWsiByAHQYICTxsgBUEBayACIANBASMIIAVBEEkbdhABIgcgBU9BACMHGwR/IA',
    'cgBWtBAnQgDGdrQQAjB2dra0ECSgVBAAsEQCABIgVBAWohASALIAAgBWotAAAiBUEQdDYCACAFQQJ0QeDZHWoiBSAFKAIAQQFqNgIAIAtBBGoh',
    'CyAHIQUjByEMDAMLIARBAkkNAEEAJAcgACABQQJqIglBggIgCiABa0ECayIHIAdBggJPGyAFQQFrIAIgA0ECdhABIgcgBU9BACMHGwR/IAcgBW',
    'tBAnQgDGdrQQAjB2dra0EGSgVBAAsEQCALIAAgAWotAAAiBUEQdDYCACAFQQJ0QeDZHWoiBSAFKAIAQQFqNgIAIAFBAWoiBUEBaiEBIAtBBGoi',
    'CyAAIAVqLQAAIgVBEHQ2AgAgBUECdEHg2R1qIgUgBSgCAEEBajYCACALQQRqIQsgByEFIwchDAwDCwsLCyALIAwgBUEQdGpB///zB2o2AgAgBU',
    'H9xB1qLQAAQQJ0QeThHWoiByAHKAIAQQFqNgIAQR8gDEEBayIHZ2shDCAHIAcgDEEBa3ZBAXEgDEEBdGogB0ECSRtBAnRB4OIdaiIHIAcoAgBB',
    'AWo2AgAgC0EEaiELIAEgBWoiByAKQQRrIgwgByAMSRshDCAJQQFqIQcDQCAHIAxJBEAgB0EBdEGAgAVqIAAgB2ooAgAiCUGx893xeWxBEXZBAX',
    'QiDS8BADsBACANIAdBAWoiBzsBACAJQYDi5rsDbEETdkEBdEGAgARqIAc7AQAMAQsLIAEgBWohAQwCCwsLIAskAyAAIAhqIAEgCGsgASAKRhAE',
    'DAELCwu+AwIIfwF+IAAgAWoiCigCACILQbHz3fF5bEERdkEBdCEGIAtBgOLmuwNsQRN2QQF0QYCABGoiBy8BACEIIAFBAXRBgIAFaiAGLwEAIg',
    'k7AQAgBiABQQFqIgY7AQAgByAGOwEAIANBA0lBASABQf//AWsgBkGAgAJNGyIMIAhNcSAGIAhrIgZBgMAATXEEQCAAIAhqQQFrKAIAIAtzQQh0',
    'RQRAIAYkB0EDIQMLCyACIANNBEAgAw8LIApBAyADIANBA0kbIgNqQQNrKAIAIQcDQCAJIAxPBEACQCAAIAlqQQFrIg0gA2pBA2soAgAgB0YEfy',
    'ANKAIAIAtGBUEACwRAQQQhBgJAA0AgBkEIaiIIIAJNBEAgBiAGIApqKQMAIAYgDWopAwCFIg56p0EDdmohBiAOQgBSDQIgCCEGDAELCwNAIAIg',
    'BksEfyAGIApqLQAAIAYgDWotAABGBUEACwRAIAZBAWohBgwBCwsLIAMgBkkEQCABQQFqIAlrJAcgBCAGTSAGIgMgAk9yBEAgBg8LIAMgCmpBA2',
    'soAgAhBwsLIAVBAWsiBUUNACAJQQF0Qf7/BGovAQAhCQwCCwsLIAMLwwsBEH8DQCACIAlLBEAgCUECdCIEIABqKAIAIQYgASAEakEANgIAIAYE',
    'QCAFQQJ0QcCWHWogCSAGQQl0cjYCACAGIAogBiAKSxshCiAFQQFqIQULIAlBAWohCQwBCwsgBUUEQEEADwsgBUEBRgRAIAFBwJYdKAIAQf8DcU',
    'ECdGpBgIAENgIAQQEPC0HAlh0hAEHAoB0hBEEJIQkDQCAKBEBBwLQdQQBBgAj8CwBBACEGA0AgBSAGSwRAIAAgBkECdGooAgAgCXZB/wFxQQJ0',
    'QcC0HWoiCyALKAIAQQFqNgIAIAZBAWohBgwBCwtBACELQQAhBgNAIAZBgAJJBEAgBkECdEHAtB1qIhIoAgAhEyASIAs2AgAgCyATaiELIAZBAW',
    'ohBgwBCwtBACEGA0AgBSAGSwRAIAAgBkECdGooAgAiCyAJdkH/AXFBAnRBwLQdaiISKAIAIRMgEiATQQFqNgIAIAQgE0ECdGogCzYCACAGQQFq',
    'IQYMAQsLIAAgBCEAIQQgCkEIdiEKIAlBCGohCQwBCwsDQCAFIA9LBEAgD0ECdCIEQcCqHWogACAEaigCAEEJdjYCACAPQQFqIQ8MAQsLQcCqHU',
    'HAqh0oAgBBxKodKAIAajYCAEECIQRBASEKA0AgCiAFQQFrSQRAIAQgBU8Ef0EBBSAHQQJ0QcCqHWooAgAgBEECdEHAqh1qKAIASQsEQCAHQQJ0',
    'QcCqHWooAgAhCSAHIgZBAWohByAGQQJ0QcCqHWogCjYCAAUgBCIGQQFqIQQgBkECdEHAqh1qKAIAIQkLIAQgBU8Ef0EBBSAHIApJBH8gB0ECdE',
    'HAqh1qKAIAIARBAnRBwKodaigCAEkFQQALCwRAIAkgB0ECdEHAqh1qKAIAaiEJIAciBkEBaiEHIAZBAnRBwKodaiAKNgIABSAEIgZBAWohBCAJ',
    'IAZBAnRBwKodaigCAGohCQsgCkECdEHAqh1qIAk2AgAgCkEBaiEKDAELCyAFQQJ0QbiqHWpBADYCACAFQQNrIQQDQCAEQQBOBEAgBEECdEHAqh',
    '1qIgYgBigCAEECdEHAqh1qKAIAQQFqNgIAIARBAWshBAwBCwtBwLwdQQBBgAH8CwBBASEHIAVBAmshBiAFIQQDQCAHQQBKBEADQCAGQQBOBH8g',
    'BkECdEHAqh1qKAIAIAxGBUEACwRAIA1BAWohDSAGQQFrIQYMAQsLIAcgDWsiB0EASgRAIAwgAyADIAxLG0ECdEHAvB1qIgkgCSgCACAHajYCAC',
    'AEIAdrIQQLIA1BAXQhByAMQQFqIQxBACENDAELC0EBIQQDQCADIARPBEAgDiAEQQJ0QcC8HWooAgAgAyAEa3RqIQ4gBEEBaiEEDAELCwNAIA5B',
    'ASADdEsEQCADQQFrIQQDQCAEQQJ0QcC8HWooAgBFBEAgBEEBayEEDAELCyAEQQJ0IgRBwLwdaiIGIAYoAgBBAWs2AgAgBEHEvB1qIgQgBCgCAE',
    'ECajYCACADQQJ0QcC8HWoiBCAEKAIAQQFrNgIAIA5BAWshDgwBCwsgAyEGA0AgBgRAIAZBAnRBwLwdaigCACEHA0AgBwRAIAgiBEEBaiEIIAEg',
    'ACAEQQJ0aigCAEH/A3FBAnRqIAZBEHQ2AgAgB0EBayEHDAELCyAGQQFrIQYMAQsLQcC8HUEANgIAQQEhAANAIAAgA00EQCARIABBAnQiBEG8vB',
    '1qKAIAakEBdCERIARBwLQdaiARNgIAIABBAWohAAwBCwsDQCACIBBLBEAgASAQQQJ0aiIAKAIAQRB2IgMEQCADQQJ0QcC0HWoiBCgCACEGIAQg',
    'BkEBajYCACAAIANBEHQgBkEBdkHVqgFxIAZB1aoBcUEBdHIiAEECdkGz5gBxIABBs+YAcUECdHIiAEEEdkGPHnEgAEGPHnFBBHRyIgBB/wFxQQ',
    'h0IABBCHZyQRAgA2t2cjYCAAsgEEEBaiEQDAELCyAFC/4DAgd/AX4DQCAAQYACSQRAIABBgMUdai0AACIBQQJ0QcSTHWooAgAhAiABQQF0QYDH',
    'HWovAQAhASAAQQJ0IgNBwIsdaigCACEEIANBwMkdaiAEQf//A3EgBEEQdkEYdHI2AgAgA0HA0R1qIAJB//8DcSAAIAFB/wFxayACQRB2IgJ0ci',
    'ACIAFBCHZqQRh0cjYCACAAQQFqIQAMAQsLIwAhByMBIQAjAiEBQYCADSECA0AgAiMDSQRAIAIoAgAiA0EQdkECdEHAyR1qKAIAIQRBHyADQf//',
    'A3EiBWdrIQYgASAHIARB////B3GtIACthoRBHyAFIAUgBkEBa3ZBAXEgBkEBdGogBUECSRsgA0GAgIAISRtBAnQiA0HAlB1qKAIAIgZB//8DcS',
    'AFIANBwMcdaigCACIDQf//A3FrIAZBEHYiBXRyrSAAIARBGHZqIgCthoQiBzcDACABIAAgBSADQRB2amoiAEEDdmohASAHIABBOHGtiCEHIABB',
    'B3EhACACQQRqIQIMAQsLIAckACAAJAEgASQCIwIjADcDACMCIwFBA3ZqJAIjACMBQThxrYgkACMBQQdxJAEjAEHAkx0oAgAiAEH//wNxrSMBrY',
    'aEJAAjASAAQRB2aiQBIwIjADcDACMCIwFBA3ZqJAIjACMBQThxrYgkACMBQQdxJAELwA0BC38DQCAEQYAKSQRAIARBwIAdaiIFIAX9AAQAIARB',
    '4Nkdav0ABAD9rgH9CwQAIARBEGohBAwBCwtB4NkdQQBBgAr8CwBBwIgdQQE2AgBBwIAdQcCLHUGeAkEPEAIaQcCJHUHAlB1BHkEPEAJFBEBBwJ',
    'QdQYCABDYCAAtBngIhBwNAIAdBgQJLBH8gB0ECdEG8ix1qKAIABUEBC0UEQCAHQQFrIQcMAQsLQR4hCQNAIAlBAUsEfyAJQQJ0QbyUHWooAgAF',
    'QQELRQRAIAlBAWshCQwBCwtBACEEA0AgBCAHSQRAIARBwMIdaiAEQQJ0QcCLHWooAgBBEHY6AAAgBEEBaiEEDAELC0EAIQQDQCAEIAlJBEAgB0',
    'HAwh1qIARqIARBAnRBwJQdaigCAEEQdjoAACAEQQFqIQQMAQsLIAcgCWoQByELQcCKHUHAlR1BE0EHEAIaQRMhCgNAIApBBEsEfyAKQb/ZHWot',
    'AABBAnRBwJUdaigCAAVBAQtFBEAgCkEBayEKDAELCyAKQQNsQRFqIQhBAyEFQQAhBANAIARBE0kEQCAIIARBAnQiCEHAih1qKAIAIAhBwJUdai',
    'gCAEEQdmxqIQggBEEBaiEEDAELCyAIQYSLHSgCAEEDbEGAix0oAgBBAXRqQYiLHSgCAEEHbGpqIQhBACEEA0AgBCAHSQRAIAggBEECdCIIQcCA',
    'HWooAgAiDCAIQcCLHWooAgBBEHZsaiEIIAUgBEGQAUkEf0EIBSAEQYACSQR/QQkFQQdBCCAEQZgCSRsLCyAMbGohBSAEQYACSwRAIAMgDCAEQQ',
    'F0Qf7CHWovAQBBCHZsaiEDCyAEQQFqIQQMAQsLQQAhBANAIAQgCUkEQCAIIARBAnQiDEHAiR1qKAIAIg0gDEHAlB1qKAIAQRB2bGohCCAFIA1B',
    'BWxqIQUgAyANIAxBwMcdaigCAEEQdmxqIQMgBEEBaiEEDAELCyABQQFrQf//A25BAWpBKGwgAUEDdGoiBCADIAhqIghNIAMgBWoiAyAET3EEQA',
    'NAIAEEQCMAQgAgAq0gAUH//wMgASABQf//A08bIgNrIgEbIwGthoQkACMBQQNqJAEjAUEHakF4cSQBIwIjADcDACMCIwFBA3ZqJAIjACMBQThx',
    'rYgkACMBQQdxJAEjAiADIANBf3NBEHRyNgIAIwJBBGogACAD/AoAACMCIANBBGpqJAIgACADaiEAQgAkAAwBCwsFIAMgCE0EQCMAIAJBAnKtIw',
    'GthoQkACMBQQNqJAEjAiMANwMAIwIjAUEDdmokAiMAIwFBOHGtiCQAIwFBB3EkAQNAIAZBoAJJBEAgBkECdEHAix1qIAZBkAFJBH9BCAUgBkGA',
    'AkkEf0EJBUEHQQggBkGYAkkbCwsiAEEQdCAGQZABSQR/IAZBMGoFIAZBgAJJBH8gBkGAAmoFIAZBgAJrIAZB2ABrIAZBmAJJGwsLIgFBAXZB1a',
    'oBcSABQdWqAXFBAXRyIgFBAnZBs+YAcSABQbPmAHFBAnRyIgFBBHZBjx5xIAFBjx5xQQR0ciIBQf8BcUEIdCABQQh2ckEQIABrdnI2AgAgBkEB',
    'aiEGDAELC0EAIQEDQCABQR5JBEAgAUECdEHAlB1qIAFBAXZB1aoBcSABQdWqAXFBAXRyIgBBAnZBs+YAcSAAQbPmAHFBAnRyIgBBBHZBjx5xIA',
    'BBjx5xQQR0ciIAQf8BcUEIdCAAQQh2ckELdkGAgBRyNgIAIAFBAWohAQwBCwsQAwUjACACQQRyIAdBgQJrQQN0ciAJQQFrQQh0ciAKQQRrQQ10',
    'cq0jAa2GhCQAIwFBEWokASMCIwA3AwAjAiMBQQN2aiQCIwAjAUE4ca2IJAAjAUEHcSQBQQAhAANAIAAgCkkEQCMAIABBwNkdai0AAEECdEHAlR',
    '1qNQIAQhCIIwGthoQkACMBQQNqJAEjAUEoSwRAIwIjADcDACMCIwFBA3ZqJAIjACMBQThxrYgkACMBQQdxJAELIABBAWohAAwBCwtBACEAA0Ag',
    'ACALSQRAIwIjADcDACMCIwFBA3ZqJAIjACMBQThxrYgkACMBQQdxJAEjACAAQQF0QcC9HWovAQAiAUH/AXEiAkECdEHAlR1qKAIAIgNB//8Dca',
    '0jAa2GhCQAIwEgA0EQdmokASACQRBPBEAjACABQQh2rSMBrYaEJAAgAkEQRgR/QQIFQQNBByACQRFGGwsjAWokAQsgAEEBaiEADAELCyMCIwA3',
    'AwAjAiMBQQN2aiQCIwAjAUE4ca2IJAAjAUEHcSQBEAMLC0HAgB1BAEGACvwLAAv5AwIEfwF7A0AgBEEESQRAIARBCHRB4NkdaiIG/QAEACEHQR',
    'AhAwNAIANBgAJJBEAgByADIAZq/QAEAP2uASEHIANBEGohAwwBCwsgBEEDdEGAyR1qIgMgB/0bACAH/RsCajYCACADQQRqIAf9GwEgB/0bA2o2',
    'AgAgBEEBaiEEDAELC0EAIQRBgQIhAwNAIANBhwJJBEAgBCADQQJ0QeDZHWooAgBqIQQgA0EBaiEDDAELC0GHAiEDA0AgA0GeAkkEQCAFIANBAn',
    'RB4NkdaigCAGohBSADQQFqIQMMAQsLQaDJHSAENgIAQaTJHSAFNgIAIAJB0A9PQQAgAUHQD09BACMEGxsEQEEAIQNBACECA0AgAkEKSQRAIAMj',
    'BCACQQJ0IgNBgMkdaigCAGwiBCADQcDIHWooAgAgAGwiA2sgAyAEayADIARJG2ohAyACQQFqIQIMAQsLIAMjBCABQQx2bGojBCAAQdwBbEEJdm',
    'xPBEBBAQ8LC0EAIQEDQCABQQpJBEAgAUECdEHAyB1qIgIgAigCACACQUBrKAIAajYCACABQQFqIQEMAQsLIwQgAGokBEEAIQADQCAAQYAKSQRA',
    'IABBwIAdaiIBIAH9AAQAIABB4Nkdav0ABAD9rgH9CwQAIABBEGohAAwBCwtB4NkdQQBBgAr8CwBBAAvtCgIGfwR7IwVFBEADQCAHQRxJBEAgB0',
    'EBdEGAxx1qIAQgB0ECdkEBa0EAIAdBCE8bIglBCHRyOwEAQQAhBgNAIAZBASAJdEkEQCAEIgVBAWohBCAFQYDFHWogBzoAACAGQQFqIQYMAQsL',
    'IAdBAWohBwwBCwtB/8YdQRw6AABBuMcdQf8BOwEAQQAhBANAIARBHkkEQCAEQQJ0QcDHHWogCCAEQQF2QQFrQQAgBEEETxsiBUEQdHI2AgAgCE',
    'EBIAV0aiEIIARBAWohBAwBCwtBwNkdQRA6AABBwdkdQRE6AABBwtkdQRI6AABBw9kdQQA6AABBACEEA0AgBEEISQRAIARBAXQiBUHE2R1qIARB',
    'CGo6AAAgBEEHSQRAIAVBxdkdakEHIARrOgAACyAEQQFqIQQMAQsLQQEkBQsgA0EBRgR/QQAFQcC0HUEAQYAI/AsAQQAhCEEAIQQDQCABIARLBE',
    'AgACAEai0AAEECdEHAtB1qIgUgBSgCAEEBajYCACAIQQFqIQggBEEPaiEEDAELCyAICyEEQQNBASADQQZGBH9BACEHQYABIQgDQCAIQYACSQRA',
    'IAcgCEECdEHAtB1qKAIAaiEHIAhBAWohCAwBCwsgByAEQQN2TwR/QcC0HSgCACAEQQV2TwVBAAsFQQALIgUbJAggA0EBRgR/QQEFQQAhB0EAIQ',
    'gDQCAIQYACSQRAIAcgCEECdEHAtB1qKAIAIgYgBmxqIQcgCEEBaiEIDAELCyAHIAQgBCAEbCIEQQh2aiAEQQt2akkLBH9BAEEAQYCACPwLAEHA',
    'gB1BAEGACvwLAEHg2R1BAEGACvwLAEIAJABBACQBIAJB+AI7AQAgAkECaiQCIAAgARAIIANBAUYEf0EBBSMCIAJrIAEgAUEFdmtPCwVBAAtFBE',
    'BBAEEAQYCABfwLAEHAgB1BAEGACvwLAEHg2R1BAEGACvwLAEIAJABBACQBIAJB+AI7AQAgAkECaiQCIANBAkYEQCAAIAFBCkEGQQAQAAUgA0ED',
    'RgRAIAAgAUEOQQxBABAABSADQQRGBEAgACABQR5BEEEAEAAFIANBBUYEQCAAIAFBHkEQQQEQAAUgA0EGRgRAIAAgAUHBAEEQQRogBRtBARAABS',
    'ADQQdGBEAgACABQYIBQeQAQQEQAAUgA0EIRgRAIAAgAUGCAkGsAkECEAAFIAAgAUGCAkHYBEECEAALCwsLCwsLCyMBBEAjAiMAPAAAIwJBAWok',
    'AgsgASEDQQAhCEEBIQQDQCADBEAgA0GAICADIANBgCBPGyIBayED/QwAAAAAAAAAAAAAAAAAAAAAIQ39DAAAAAAAAAAAAAAAAAAAAAAhDP0MAA',
    'AAAAAAAAAAAAAAAAAAACELIAFBBHYhBUEAIQYDQCAFIAZLBEAgAP0ABAAhCiAAQRBqIQAgDCAN/a4BIQwgDSAK/X39f/2uASENIAsgCv2JAf0M',
    'EAAPAA4ADQAMAAsACgAJAP26Af2uASAK/YoB/QwIAAcABgAFAAQAAwACAAEA/boB/a4BIQsgBkEBaiEGDAELCyAIIAQgBUEEdGxqQfH/A3AgDP',
    '0bACAM/RsBaiAM/RsCaiAM/RsDakHx/wNwQQR0aiAL/RsAIAv9GwFqIAv9GwJqIAv9GwNqakHx/wNwIQggBCAN/RsAIA39GwFqIA39GwJqIA39',
    'GwNqakHx/wNwIQQgAUEPcSEGA0AgBgRAIAAiAUEBaiEAIAggBCABLQAAaiIEaiEIIAZBAWshBgwBCwsgBEHx/wNwIQQgCEHx/wNwIQgMAQsLIw',
    'IgCEEQdCAEciIAQYD+g3hxQQh3IABB/4H8B3FBCHhyNgIAIwJBBGokAiMCIAJrC70DAQV/QcCKHUEAQYAB/AsAA0AgACAESwRAIARBwMIdai0A',
    'ACEDQQEhAQNAIAEgBGogAEkEfyAEQcDCHWogAWotAAAgA0YFQQALBEAgAUEBaiEBDAELCyABIARqIQQgAwRAIAFBBE8EQCACQQF0QcC9HWogAz',
    'sBACADQQJ0QcCKHWoiBSAFKAIAQQFqNgIAIAJBAWohAiABQQFrIQEDQCABQQNPBEAgAkEBdEHAvR1qQQYgASABQQZPGyIFQQNrQQh0QRByOwEA',
    'QYCLHUGAix0oAgBBAWo2AgAgAkEBaiECIAEgBWshAQwBCwsLBQNAIAFBC08EQCACQQF0QcC9HWpBigEgASABQYoBTxsiBUELa0EIdEEScjsBAE',
    'GIix1BiIsdKAIAQQFqNgIAIAJBAWohAiABIAVrIQEMAQsLIAFBA08EQCACQQF0QcC9HWogAUEDa0EIdEERcjsBAEGEix1BhIsdKAIAQQFqNgIA',
    'IAJBAWohAkEAIQELCwNAIAEEQCACQQF0QcC9HWogAzsBACADQQJ0QcCKHWoiBSAFKAIAQQFqNgIAIAJBAWohAiABQQFrIQEMAQsLDAELCyACC9',
    'cLAxJ/An4BeyABIQVBACEBA0AgASAFSQRAIAEhBkHAyB1BAEHAAPwLAEEAJARBgIANIRNBgIANIQJBACENA0AgASAFSQRAAkAgEyACayIDQYAQ',
    'TwRAIANBAnYgASAGayAFIAFrEAUNASATIQILIAUgAWtBEUkEQCABIgNBAWohASATIAAgA2otAAAiA0EQdDYCACADQQJ0QeDZHWoiAyADKAIAQQ',
    'FqNgIAIBNBBGohEwwDCyAAIAFqIgkpAwAhFCAJQQFqIhIpAwAhFSAUpyIOQbHz3fF5bEERdkEBdCIDLwEAIQQgAyABQQFqIgg7AQAgFaciD0Gx',
    '893xeWxBEXZBAXQiAy8BACEQIAMgCEEBaiIMOwEAIBRCgI6q3t6w7Lw3fkIxiKdBAXRBgIAEaiIDLwEAIQcgAyAIOwEAIBVCgI6q3t6w7Lw3fk',
    'IxiKdBAXRBgIAEaiIDLwEAIREgAyAMOwEAIAn9AAQAIhYgCSAIIARrIgRr/QAEAP0j/WRBf3NBgIAEcmhBACAEQQFrQYCAAkkgBCAISXEbIQsg',
    'FiAJIAggB2siA2v9AAQA/SP9ZEF/c0GAgARyaEEAIANBAWtBgIACSSADIAhJcRshCiADIAQgCiALSxskBiMGIQkgEv0ABAAiFiASIAwgEGsiB2',
    'v9AAQA/SP9ZEF/c0GAgARyaEEAIAdBAWtBgIACSSAHIAxJcRshCCAWIBIgDCARayIDa/0ABAD9I/1kQX9zQYCABHJoQQAgA0EBa0GAgAJJIAMg',
    'DElxGyEEIAMgByAEIAhLGyQGIBMgDkH/AXEiA0EQdDYCACALIAogCiALSRsiByAIIAQgBCAISRsiBCAEIAdJG0EESQRAIANBAnRB4NkdaiIDIA',
    'MoAgBBAWo2AgAgE0EEaiAPQf8BcSIDQRB0NgIAIANBAnRB4NkdaiIDIAMoAgBBAWo2AgAgE0EIaiETIAFBAmohAUEgIA1BAWoiDUEGdiIDIANB',
    'IE8bQQF0IQQDQCAFIAFrQRFLQQAgBBsEQCABIgNBAWohASATIAAgA2otAAAiA0EQdDYCACADQQJ0QeDZHWoiAyADKAIAQQFqNgIAIBNBBGohEy',
    'AEQQFrIQQMAQsLDAMLQQAhDSADQQJ0QeDZHWoiAyAEIAdLIgwgAygCAGo2AgAjBiAJIAwbIQogASAMaiELIAcgBCAEIAdJGyIEQRBGBEAgACAL',
    'aiIJIAprIQhBggIgBSALayIDIANBggJPGyEHQRAhBAJAA0AgBEEIaiIDIAdNBEAgBCAEIAlqKQMAIAQgCGopAwCFIhR6p0EDdmohBCAUQgBSDQ',
    'IgAyEEDAELCwNAIAQgB0kEfyAEIAlqLQAAIAQgCGotAABGBUEACwRAIARBAWohBAwBCwsLCyATIAxBAnRqIgggCiAEQRB0akH///MHajYCACAE',
    'Qf3EHWotAABBAnRB5OEdaiIDIAMoAgBBAWo2AgBBHyAKQQFrIgdnayEDIAcgByADQQFrdkEBcSADQQF0aiAHQQJJG0ECdEHg4h1qIgMgAygCAE',
    'EBajYCACAIQQRqIRMgAUECaiIKIABqIgkoAgBBsfPd8XlsQRF2QQF0IApBAWoiCDsBACAAIAhqKAIAQbHz3fF5bEERdkEBdCAIQQFqOwEAIApB',
    'AmoiAyAEIAtqIgFBAWsiB0EBayIEIAMgBEkbIgMgAGooAgBBsfPd8XlsQRF2QQF0IANBAWo7AQAgCkEDaiIDIAQgAyAESRsiAyAAaigCAEGx89',
    '3xeWxBEXZBAXQgA0EBajsBACAAIARqKAIAQbHz3fF5bEERdkEBdCAEQQFqOwEAIAAgB2oiBCgCAEGx893xeWxBEXZBAXQgB0EBaiIDOwEAIAkp',
    'AwBCgI6q3t6w7Lw3fkIxiKdBAXRBgIAEaiAIOwEAIAQpAwBCgI6q3t6w7Lw3fkIxiKdBAXRBgIAEaiADOwEADAILCwsgEyQDIAAgBmogASAGay',
    'ABIAVGEAQMAQsLC+wBAQR/IAMhBwNAIAEgCEsEQCAAIgZBgIAEaiEJAkACfwNAIAYgCUkEQEEAIAb9AAQAIAb9AAQQ/VAgBv0ABCAgBv0ABDD9',
    'UP1Q/VMNAhogBkFAayEGDAELC0EBCwRAIAQgCEECdGpBADYCAAwBCyAEIAhBAnRqIAMgB2tBCXZBAWo2AgAgAEGAgAQgA0EMaiIGIAUQBiEJIA',
    'MgAiAIaq1CB4Y3AwAgA0EIaiAJNgIAIAcgBiAJaiIGIAdrQf8DakGAfHFqIQMgBkEAIAMgBmv8CwALIAhBAWohCCAAQYCABGohAAwBCwsgAyAH',
    'awtFACAAIAFqIQEDQCAAIAFJBEAgAP0ABAAgAP0ABBD9UCAA/QAEICAA/QAEMP1Q/VD9UwRAQQAPCyAAQUBrIQAMAQsLQQEL',
].join('');

;// CONCATENATED MODULE: ./.cache/build/src/disk/vmdk/deflate-pool.js
/**
 * A pool of threads that pack windows of grains. Each thread has a few slots in a memory it shares with this one: the
 * window is copied into a slot, packed in place, and written to the file from there, so memory use is fixed from the start.
 */




/** Grains in a window. */
const WINDOW_GRAINS = 16;
const WINDOW_SIZE = WINDOW_GRAINS * deflate_worker/* GRAIN_SIZE */.ms;
/** More threads than this do not help: reading, hashing and writing are one stream. It also bounds the memory. */
const MAX_WORKERS = 12;
const SLOTS_PER_WORKER = 3;
/** The encoder looks up to 16 bytes past its input. */
const INPUT_ROOM = WINDOW_SIZE + 64;
const TABLE_ROOM = WINDOW_GRAINS * 4;
const SLOT_ROOM = INPUT_ROOM + TABLE_ROOM + WINDOW_GRAINS * deflate_worker/* PACKED_GRAIN_ROOM */.Zc;
const PAGE = 65536;
/**
 * Returns at once: what the threads will pack can be looked for while they start. Whoever calls closes the pool, whatever happens.
 * @param workers number of threads; default as many as cores
 * @param level 1 (fastest) to 9 (smallest)
 */
function startDeflatePool(level, workers = (0,external_node_os_.availableParallelism)()) {
    const count = Math.max(1, Math.min(workers, MAX_WORKERS));
    const threads = Array.from({ length: count }, () => startThread(level));
    const close = async () => {
        await Promise.all(threads.map((thread) => thread.close()));
    };
    const slots = Promise.all(threads.map((thread) => thread.slots)).then(aroundThreads);
    // Whoever started the pool may fail before it asks for them.
    slots.catch(() => { });
    return { workers: count, level, slots, close };
}
/** In an order that goes round the threads. */
function aroundThreads(ofThreads) {
    const slots = Array.from({ length: SLOTS_PER_WORKER }, (_, i) => ofThreads.map((ofThread) => ofThread[i])).flat();
    return slots.filter((slot) => slot !== undefined);
}
function startThread(level) {
    const setup = {
        wasm: Buffer.from(GRAIN_DEFLATE_WASM, 'base64'),
        pages: deflate_worker/* MODULE_PAGES */.an + Math.ceil((SLOTS_PER_WORKER * SLOT_ROOM) / PAGE),
        level,
    };
    const worker = new external_node_worker_threads_.Worker(`(${deflate_worker/* deflateWorkerBody */.kA.toString()})()`, {
        eval: true,
        workerData: setup,
        // All the data is outside the heap; many threads must not cost as many default heaps.
        resourceLimits: { maxYoungGenerationSizeMb: 2, maxOldGenerationSizeMb: 32 },
    });
    const waiting = new Map();
    let failure;
    let started;
    let notStarted;
    const slots = new Promise((resolve, reject) => {
        started = resolve;
        notStarted = reject;
    });
    const fail = (error) => {
        failure ??= error;
        for (const { reject } of waiting.values())
            reject(failure);
        waiting.clear();
        notStarted(failure);
    };
    const run = (job) => new Promise((resolve, reject) => {
        if (failure !== undefined) {
            reject(failure);
            return;
        }
        waiting.set(job.slot, { resolve, reject });
        worker.postMessage(job);
    });
    worker.on('error', (cause) => {
        fail(new Error(`A compressing thread failed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause }));
    });
    worker.on('exit', (code) => {
        fail(new Error(`A compressing thread ended by itself (code ${code}), probably for want of memory`));
    });
    worker.on('message', (message) => {
        if ('memory' in message) {
            started(makeSlots(message.memory, run));
        }
        else if ('packed' in message) {
            const waiter = waiting.get(message.slot);
            waiting.delete(message.slot);
            waiter?.resolve(message.packed);
        }
    });
    return {
        slots,
        close: async () => {
            fail(new Error('The compressing thread was ended'));
            await worker.terminate();
        },
    };
}
function makeSlots(memory, run) {
    return Array.from({ length: SLOTS_PER_WORKER }, (_, slot) => {
        const input = deflate_worker/* MODULE_PAGES */.an * PAGE + slot * SLOT_ROOM;
        const table = input + INPUT_ROOM;
        const output = table + TABLE_ROOM;
        return {
            input: new Uint8Array(memory, input, WINDOW_SIZE),
            pack: async (firstGrain, grains) => {
                const packed = await run({ slot, input, grains, firstGrain, output, table });
                return { table: new Uint32Array(memory, table, grains), bytes: new Uint8Array(memory, output, packed) };
            },
        };
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
    const { wasm, pages, level } = workerData;
    if (!parentPort)
        throw new TypeError('not a worker');
    const port = parentPort;
    // The maximum is the module's own (scripts/build-wasm.ts); shared memories must agree on it.
    const memory = new WebAssembly.Memory({ initial: pages, maximum: 1024, shared: true });
    const packer = new WebAssembly.Instance(new WebAssembly.Module(wasm), { env: { memory } }).exports;
    port.postMessage({ memory: memory.buffer });
    port.on('message', ({ slot, input, grains, firstGrain, output, table }) => {
        // WebAssembly returns signed numbers; a packed window is far below 2^31.
        const packed = packer.packWindow(input, grains, firstGrain, output, table, level);
        port.postMessage({ slot, packed });
    });
}


/***/ }),

/***/ 30988:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: () => (/* binding */ identifyContent),
  y: () => (/* binding */ writeVmdkStream)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/disk/vmdk/deflate-pool.js + 1 modules
var deflate_pool = __webpack_require__(75269);
// EXTERNAL MODULE: ./.cache/build/src/disk/vmdk/deflate-worker.js
var deflate_worker = __webpack_require__(16147);
// EXTERNAL MODULE: ./.cache/build/src/disk/read-into.js
var read_into = __webpack_require__(64823);
;// CONCATENATED MODULE: ./.cache/build/src/disk/vmdk/grain-windows.js
/** Cuts a disk into windows of grains and fills them, leaving out what need not be stored. */


/** The windows that hold data, in order. Zero and free ranges cost nothing, however long they are. */
async function* grainWindows(disk) {
    let offset = -1;
    let pieces = [];
    for await (const range of disk.ranges()) {
        if (range.kind !== 'data')
            continue;
        for (let at = range.offset; at < range.offset + range.length;) {
            const window = at - (at % deflate_pool/* WINDOW_SIZE */.DK);
            if (window !== offset) {
                if (pieces.length > 0)
                    yield { offset, pieces };
                offset = window;
                pieces = [];
            }
            const end = Math.min(range.offset + range.length, window + deflate_pool/* WINDOW_SIZE */.DK);
            pieces.push({ offset: at, length: end - at });
            at = end;
        }
    }
    if (pieces.length > 0)
        yield { offset, pieces };
}
/**
 * Reads a window into `target` (WINDOW_SIZE bytes). What lies between the pieces becomes zero, also when it was read
 * along with them: deleted data must not travel on.
 */
async function fillWindow(disk, window, target) {
    const start = window.pieces[0]?.offset ?? window.offset;
    const last = window.pieces.at(-1);
    const end = last ? last.offset + last.length : start;
    // One read for the whole span: file systems leave gaps of a few clusters, which cost less than another system call.
    await (0,read_into/* readInto */.P)(disk, target.subarray(start - window.offset, end - window.offset), start);
    let filled = 0;
    for (const piece of window.pieces) {
        target.fill(0, filled, piece.offset - window.offset);
        filled = piece.offset - window.offset + piece.length;
    }
    target.fill(0, filled);
}

// EXTERNAL MODULE: ./.cache/build/src/disk/vmdk/vmdk-descriptor.js
var vmdk_descriptor = __webpack_require__(49929);
// EXTERNAL MODULE: ./.cache/build/src/disk/vmdk/vmdk-header.js
var vmdk_header = __webpack_require__(50825);
;// CONCATENATED MODULE: ./.cache/build/src/disk/vmdk/vmdk-stream-writer.js
/**
 * Writes a disk as a streamOptimized VMDK in one pass. The layout is the one VMware's own exporters stream: header,
 * descriptor, grains each behind a marker, every grain table after its grains, then the grain directory, a footer and
 * the end-of-stream marker, and not one byte after it. Source: VMware "Virtual Disk Format 5.0", "Stream-Optimized
 * Compressed Sparse Extents"; header version 3 as ESXi demands.
 */







const GRAIN_SECTORS = deflate_worker/* GRAIN_SIZE */.ms / vmdk_header/* VMDK_SECTOR */.OM;
const DESCRIPTOR_SECTORS = 20;
/** Where the first grain stands, as in VMware's exports. */
const OVERHEAD_SECTORS = 128;
const TABLE_SECTORS = (vmdk_header/* VMDK_ENTRIES_PER_TABLE */.PP * 4) / vmdk_header/* VMDK_SECTOR */.OM;
/** Grain table entries are sector numbers of 32 bits. */
const MAX_SECTORS = 2 ** 32;
/**
 * @throws UserError disk-format-unsupported when the result would exceed the format's 2 TiB; what `disk` and `sink` throw;
 *   the signal's reason when aborted
 */
async function writeVmdkStream(disk, sink, options) {
    const sectors = Math.ceil(disk.size / vmdk_header/* VMDK_SECTOR */.OM);
    const stream = new StreamAssembler(sink, sectors, options.name);
    const pool = options.pool ?? (0,deflate_pool/* startDeflatePool */.K6)(options.level, options.workers);
    try {
        if (pool.level !== options.level)
            throw new TypeError(`threads of level ${pool.level} for level ${options.level}`);
        await stream.begin(await descriptor(disk, sectors, options));
        await packAll(disk, pool, stream, options);
    }
    finally {
        await pool.close();
    }
    await stream.end();
    return {
        size: stream.position * vmdk_header/* VMDK_SECTOR */.OM,
        populated: stream.grains * deflate_worker/* GRAIN_SIZE */.ms,
        capacity: sectors * vmdk_header/* VMDK_SECTOR */.OM,
    };
}
/**
 * Keeps every slot busy: the packed windows go to the stream in the order of the disk, while the next ones are read. Where reading and
 * writing took turns, threads waited for the next window although a slot was free.
 */
async function packAll(disk, pool, stream, options) {
    const { signal, onProgress } = options;
    const free = [...(await pool.slots)];
    const written = [];
    let last = Promise.resolve();
    const write = async (before, slot, offset, packing) => {
        await before;
        const packed = await packing;
        signal.throwIfAborted();
        await stream.window(offset / deflate_worker/* GRAIN_SIZE */.ms, packed);
        onProgress?.(Math.min(offset + deflate_pool/* WINDOW_SIZE */.DK, disk.size));
        return slot;
    };
    try {
        for await (const window of grainWindows(disk)) {
            signal.throwIfAborted();
            const slot = free.shift() ?? (await written.shift());
            if (!slot)
                throw new TypeError('a slot was lost');
            await fillWindow(disk, window, slot.input);
            const grains = Math.ceil(Math.min(deflate_pool/* WINDOW_SIZE */.DK, disk.size - window.offset) / deflate_worker/* GRAIN_SIZE */.ms);
            const packing = slot.pack(window.offset / deflate_worker/* GRAIN_SIZE */.ms, grains);
            const done = write(last, slot, window.offset, packing);
            // Awaited in their turn; a thread that dies meanwhile must not count as an unhandled rejection.
            packing.catch(() => { });
            done.catch(() => { });
            written.push(done);
            last = done;
        }
        await last;
    }
    finally {
        // Where reading failed, what is in flight still ends: nothing may go to a sink that its owner takes for idle.
        await last.catch(() => { });
    }
}
/** Puts the parts of the stream one behind the other and remembers where they went. */
class StreamAssembler {
    /** Next sector of the stream. */
    position = 0;
    /** Grains stored. */
    grains = 0;
    #sink;
    #name;
    #capacity;
    #directory;
    #table = new Uint32Array(vmdk_header/* VMDK_ENTRIES_PER_TABLE */.PP);
    #tableIndex = -1;
    constructor(sink, capacity, name) {
        this.#sink = sink;
        this.#name = name;
        this.#capacity = capacity;
        this.#directory = new Uint32Array(Math.ceil(capacity / (GRAIN_SECTORS * vmdk_header/* VMDK_ENTRIES_PER_TABLE */.PP)));
    }
    async begin(descriptorText) {
        const front = Buffer.alloc(OVERHEAD_SECTORS * vmdk_header/* VMDK_SECTOR */.OM);
        (0,vmdk_header/* encodeVmdkHeader */.cU)(this.#header('end')).copy(front);
        front.write(descriptorText, vmdk_header/* VMDK_SECTOR */.OM, 'utf8');
        await this.#write(front);
    }
    async window(firstGrain, packed) {
        // A window lies within one table: 16 divides 512.
        const index = Math.floor(firstGrain / vmdk_header/* VMDK_ENTRIES_PER_TABLE */.PP);
        if (packed.bytes.length === 0)
            return;
        if (index !== this.#tableIndex) {
            await this.#finishTable();
            this.#tableIndex = index;
        }
        packed.table.forEach((entry, i) => {
            if (entry === 0)
                return;
            this.#table[(firstGrain + i) % vmdk_header/* VMDK_ENTRIES_PER_TABLE */.PP] = this.position + entry - 1;
            this.grains++;
        });
        await this.#write(packed.bytes);
    }
    async end() {
        await this.#finishTable();
        const directory = padToSectors(littleEndian(this.#directory));
        await this.#write((0,vmdk_header/* encodeVmdkMarker */.RS)(vmdk_header/* VMDK_MARKER_GRAIN_DIRECTORY */.c3, directory.length / vmdk_header/* VMDK_SECTOR */.OM));
        const directoryOffset = this.position;
        await this.#write(directory);
        await this.#write((0,vmdk_header/* encodeVmdkMarker */.RS)(vmdk_header/* VMDK_MARKER_FOOTER */.k6, 1));
        await this.#write((0,vmdk_header/* encodeVmdkHeader */.cU)(this.#header(directoryOffset)));
        await this.#write((0,vmdk_header/* encodeVmdkMarker */.RS)(vmdk_header/* VMDK_MARKER_END_OF_STREAM */.tt, 0));
    }
    async #finishTable() {
        if (this.#tableIndex < 0)
            return;
        await this.#write((0,vmdk_header/* encodeVmdkMarker */.RS)(vmdk_header/* VMDK_MARKER_GRAIN_TABLE */.hZ, TABLE_SECTORS));
        this.#directory[this.#tableIndex] = this.position;
        await this.#write(littleEndian(this.#table));
        this.#table = new Uint32Array(vmdk_header/* VMDK_ENTRIES_PER_TABLE */.PP);
        this.#tableIndex = -1;
    }
    async #write(bytes) {
        const after = this.position + bytes.length / vmdk_header/* VMDK_SECTOR */.OM;
        if (after > MAX_SECTORS) {
            throw new errors/* UserError */.yo('disk-format-unsupported', `${this.#name} would become larger than 2 TiB, the most a streamOptimized VMDK can address`, 'Convert a disk with less data on it, or set skip-free-space and a higher compression-level.');
        }
        await this.#sink(bytes);
        this.position = after;
    }
    #header(directoryOffset) {
        return {
            version: vmdk_header/* VMDK_STREAM_VERSION */.L9,
            flags: vmdk_header/* VMDK_FLAG_NEWLINE_TEST */.Qp | vmdk_header/* VMDK_FLAG_COMPRESSED */.SM | vmdk_header/* VMDK_FLAG_MARKERS */.eU,
            capacity: this.#capacity,
            grainSize: GRAIN_SECTORS,
            descriptorOffset: 1,
            descriptorSize: DESCRIPTOR_SECTORS,
            entriesPerTable: vmdk_header/* VMDK_ENTRIES_PER_TABLE */.PP,
            redundantDirectoryOffset: 0,
            directoryOffset,
            overHead: OVERHEAD_SECTORS,
            uncleanShutdown: false,
            compression: vmdk_header/* VMDK_COMPRESSION_DEFLATE */.Yl,
        };
    }
}
async function descriptor(disk, sectors, options) {
    const contentId = await identifyContent(disk);
    return (0,vmdk_descriptor/* encodeVmdkDescriptor */.Uu)({
        cid: contentId.slice(-8),
        parentCid: vmdk_descriptor/* NO_PARENT */.NP,
        createType: 'streamOptimized',
        extents: [{ access: 'RW', sectors, type: 'SPARSE', file: options.name }],
        database: {
            adapterType: options.adapterType,
            'geometry.cylinders': String(Math.min(65535, Math.floor(sectors / (255 * 63)))),
            'geometry.heads': '255',
            'geometry.sectors': '63',
            longContentID: contentId,
            // Tools that manage themselves (VMware KB 83068): vCenter takes them for installed, and a customization for possible, before
            // they ever ran.
            ...(options.toolsInstalled === true && { toolsInstallType: '4', toolsVersion: '2147483647' }),
            virtualHWVersion: '4',
        },
    });
}
const IDENTIFYING_HEAD = 2 ** 20;
const IDENTIFYING_TAIL = 64 * 2 ** 10;
/**
 * The content id stands at the front of the stream and so must be known before the content is: it comes from both
 * partition tables, whose GUIDs no two built images share, and the size.
 * @param more volumes on it, where those are at hand: of NTFS and FAT the head tells where the first files lie, which follows from the
 *   program that wrote them as well
 * @returns 32 hexadecimal digits
 */
async function identifyContent(disk, ...more) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for (const each of [disk, ...more]) {
        hash.update(`stillframe ${each.size}\n`);
        hash.update(await each.read(0, Math.min(IDENTIFYING_HEAD, each.size)));
        const tail = Math.min(IDENTIFYING_TAIL, each.size);
        hash.update(await each.read(each.size - tail, tail));
    }
    const id = hash.digest('hex').slice(0, 32);
    // ffffffff and fffffffe have meanings of their own.
    return id.endsWith('ffffffff') || id.endsWith('fffffffe') ? `${id.slice(0, 31)}0` : id;
}
function littleEndian(numbers) {
    const bytes = Buffer.alloc(numbers.length * 4);
    numbers.forEach((value, i) => {
        bytes.writeUInt32LE(value, i * 4);
    });
    return bytes;
}
function padToSectors(bytes) {
    return Buffer.concat([bytes, Buffer.alloc((vmdk_header/* VMDK_SECTOR */.OM - (bytes.length % vmdk_header/* VMDK_SECTOR */.OM)) % vmdk_header/* VMDK_SECTOR */.OM)]);
}


/***/ })

};
