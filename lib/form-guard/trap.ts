/** A field that people do not see and programs fill in. Its name is one that no browser completes by itself. */
export const trapField = "website2";
