export const id = 7150;
export const ids = [7150];
export const modules = {

/***/ 7150:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _src_disk_vmdk_spare_threads_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56548);
/* harmony import */ var _src_runner_post_step_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86078);
/** Packs a disk image as an OVA. Its threads start on other cores while the rest of the program is loaded. */


if (!(0,_src_runner_post_step_js__WEBPACK_IMPORTED_MODULE_1__/* .isPostStep */ .p)())
    (0,_src_disk_vmdk_spare_threads_js__WEBPACK_IMPORTED_MODULE_0__/* .startSpareThreads */ .l)();
const { runOnGithub } = await Promise.all(/* import() */[__webpack_require__.e(4654), __webpack_require__.e(1864), __webpack_require__.e(6724), __webpack_require__.e(9853)]).then(__webpack_require__.bind(__webpack_require__, 59853));
const { convertOva } = await Promise.all(/* import() */[__webpack_require__.e(1864), __webpack_require__.e(8172), __webpack_require__.e(2200), __webpack_require__.e(2920), __webpack_require__.e(1828), __webpack_require__.e(4569), __webpack_require__.e(1847), __webpack_require__.e(3660)]).then(__webpack_require__.bind(__webpack_require__, 6288));
await runOnGithub(convertOva);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 86078:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ STATE),
/* harmony export */   p: () => (/* binding */ isPostStep)
/* harmony export */ });
/** What tells the post step of a job from its main one: the same bundle runs as both. */
/** Names the state that the main step saves: it tells the post step from it, and what there is to undo. */
const STATE = 'stillframe';
/** The runner hands a saved state on as STATE_<name>. Source: @actions/core, getState; this file loads nothing, so that it can be asked first. */
function isPostStep() {
    return (process.env[`STATE_${STATE}`] ?? '') !== '';
}


/***/ })

};
