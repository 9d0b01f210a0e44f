import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";
import { redirects, rewrites } from "./lib/i18n/routes";

const config: NextConfig = {
  poweredByHeader: false,
  // Off on purpose: an unknown slug would answer 200, and what stands in <Suspense> would be invisible without
  // JavaScript (docs/decisions/001). The front server keeps pages.
  cacheComponents: false,
  images: { unoptimized: true },
  // Every reader's page has its whole head in place, not streamed after the body.
  htmlLimitedBots: /.*/,
  serverExternalPackages: ["@prisma/client", "@prisma/adapter-pg", "pg", "pg-boss", "nodemailer"],
  redirects: async () => redirects(),
  rewrites: async () => ({ beforeFiles: rewrites(), afterFiles: [], fallback: [] }),
};

export default createNextIntlPlugin("./lib/i18n/request.ts")(config);
