// npm run editor -- EMAIL ROLE: creates an editor, or changes their role, and prints a link that signs them in once.
import { z } from "zod";
import { StartError } from "../database.ts";
import { withDatabase } from "./connect.ts";

await withDatabase(async () => {
  const { roles } = await import("../../lib/desk/rights.ts");
  const { createSignInLink, saveEditor } = await import("../../lib/desk/sign-in.ts");
  const [email, role] = process.argv.slice(2);
  const known = roles.find((one) => one === role);
  if (!z.email().safeParse(email).success || !email || !known) {
    throw new StartError(`Usage: npm run editor -- EMAIL ROLE, where ROLE is ${roles.join(" or ")}`);
  }
  await saveEditor(email, known);
  console.log(await createSignInLink(email, "en"));
});
