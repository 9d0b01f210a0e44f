import { selectPage } from "@/lib/catalogue/queries";
import { answering, problem } from "@/lib/http/problem";
import { isLocale } from "@/lib/i18n/locales";
import { codeLabels, facetsToJson } from "@/lib/practice/api-labels";
import { formatFilters, parseFilters } from "@/lib/practice/filters";
import { getPractices } from "@/lib/practice/queries";
import { toJson } from "@/lib/practice/serialize";
import { absolute } from "@/lib/site";

/** The published practices of a selection, one page of them, with the counts of every filter. */
async function list(request: Request) {
  const params = new URL(request.url).searchParams;
  const locale = params.get("locale") || "en";
  const perPage = Number(params.get("perPage") || "20");
  const { filters, ignored } = parseFilters(params);
  if (!isLocale(locale)) ignored.push({ name: "locale", value: locale.slice(0, 80) });
  if (!Number.isInteger(perPage) || perPage < 1 || perPage > 100) {
    ignored.push({ name: "perPage", value: String(params.get("perPage")).slice(0, 80) });
  }
  if (ignored.length > 0 || !isLocale(locale))
    return problem(400, "Unknown parameter value", { invalidParams: ignored });

  const [label, { total, page, pages, facets, finds }] = await Promise.all([
    codeLabels(locale),
    selectPage(locale, filters, perPage),
  ]);
  const practices = await getPractices(
    locale,
    finds.map(({ id }) => id),
  );
  const address = (number: number) => {
    const search = new URLSearchParams(formatFilters({ ...filters, page: number }));
    search.set("locale", locale);
    if (perPage !== 20) search.set("perPage", String(perPage));
    return absolute(`/api/v1/practices?${search}`);
  };
  return Response.json(
    {
      data: practices.map((practice) => toJson(practice, label)),
      facets: facetsToJson(facets, locale, label),
      meta: { total, page, pages, perPage, locale },
      links: {
        self: address(page),
        next: page < pages ? address(page + 1) : null,
        prev: page > 1 ? address(page - 1) : null,
      },
    },
    { headers: { "Access-Control-Allow-Origin": "*", "Content-Language": locale } },
  );
}

export const GET = answering(list);
