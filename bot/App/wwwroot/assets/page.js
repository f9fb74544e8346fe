// What every module needs of the page.
export const place = id => document.getElementById(id);

/** Tells the server that it is our own page that asks. */
export const ours = { 'X-OneVisit-Page': '1' };
