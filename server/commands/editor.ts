// npm run editor -- EMAIL ROLE [LANGUAGES]: creates an editor, or changes their role, and prints a link that signs them in once.
// It also resets the person's second factor: who needs one (administrators) sets it up anew after the link, and their
// sessions end. So this is the way back in for an administrator who has lost their codes. LANGUAGES (it,sv) are those
// that a translator writes in; without them, all.
import { z } from "zod";
import { StartError } from "../database.ts";
import { withDatabase } from "./connect.ts";

await withDatabase(async () => {
  const { roles } = await import("../../lib/desk/rights.ts");
  const { createSignInLink, saveEditor } = await import("../../lib/desk/sign-in.ts");
  const { isLocale } = await import("../../lib/i18n/locales.ts");
  const [email, role, written] = process.argv.slice(2);
  const known = roles.find((one) => one === role);
  const languages = written?.split(",").filter(isLocale);
  if (!z.email().safeParse(email).success || !email || !known || languages?.length === 0) {
    throw new StartError(
      `Usage: npm run editor -- EMAIL ROLE [LANGUAGES], where ROLE is ${roles.join(" or ")}, LANGUAGES as in it,sv`,
    );
  }
  await saveEditor(email, known, { resetCode: true, languages });
  console.log(await createSignInLink(email, "en"));
});
