import { expect } from "@playwright/test";
import { pathTo } from "../../lib/i18n/routes.ts";
import { formPages, readingPages } from "./pages.ts";
import { test } from "./visitor.ts";

// Whoever asks their system for less movement gets none.

test.use({ trace: "off" });

test("who asks for less movement gets pages in which nothing moves", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (const [name, path] of Object.entries({ ...readingPages("sv"), ...formPages("sv") })) {
    await page.goto(path);
    expect(await page.evaluate(movements), name).toEqual([]);
  }
});

test("pages fade into one another, but not for who asks for less movement", async ({ page }) => {
  await page.addInitScript(() => {
    window.addEventListener("pagereveal", (event) => {
      document.documentElement.dataset.fades = String(event.viewTransition !== null);
    });
  });
  for (const [reducedMotion, fades] of [
    ["no-preference", "true"],
    ["reduce", "false"],
  ] as const) {
    await page.emulateMedia({ reducedMotion });
    await page.goto(pathTo("en", "home"));
    await page.getByRole("banner").getByRole("link", { name: "Good practices" }).click();
    await expect(page).toHaveURL(pathTo("en", "catalogue"));
    await expect(page.locator("html")).toHaveAttribute("data-fades", fades);
  }
});

/** What would move on a page: its elements and what is drawn before, behind and in them. */
function movements(): string[] {
  const parts = [undefined, "::before", "::after", "::details-content", "::marker"];
  return [...document.querySelectorAll("*")].flatMap((element) =>
    parts.flatMap((part) => {
      const style = getComputedStyle(element, part);
      const lasts = (durations: string) => durations.split(",").some((one) => Number.parseFloat(one) > 0);
      const moves =
        (lasts(style.transitionDuration) && style.transitionProperty !== "none") ||
        (lasts(style.animationDuration) && style.animationName !== "none") ||
        style.scrollBehavior === "smooth";
      return moves ? [`${element.tagName.toLowerCase()}.${element.getAttribute("class")} ${part ?? ""}`] : [];
    }),
  );
}
