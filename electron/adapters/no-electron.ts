/** Stands where the `electron` module would, in bundles that run outside it: nothing of it is there. */
const nothing = {};

export { nothing as default };
