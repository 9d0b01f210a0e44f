import type { Role } from "../../lib/desk/rights.ts";
import type { Locale } from "../../lib/i18n/locales.ts";
import { openDatabase } from "../../server/database.ts";
import { prepareSettings } from "../../server/settings.ts";

// A process of its own, kept while the tests of a worker run (site.ts starts it): the settings of the site stay out of
// the tests' environment, and what `npm run editor` loads is loaded once. Each message asks for a link into the desk.

export type Wanted = { email: string; role: Role; languages?: Locale[] };

const settings = prepareSettings();
const database = await openDatabase(settings.DATABASE_URL, settings.DATA_DIR, { share: true });
process.env.DATABASE_URL = database.url;
const { createSignInLink, saveEditor } = await import("../../lib/desk/sign-in.ts");

process.on("message", async ({ email, role, languages }: Wanted) => {
  await saveEditor(email, role, { resetCode: true, languages });
  process.send?.(await createSignInLink(email, "en"));
});
process.on("disconnect", () => process.exit(0));
