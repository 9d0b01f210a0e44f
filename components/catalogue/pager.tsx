import { ListPages } from "@/components/layout/list-pages";
import type { Locale } from "@/lib/i18n/locales";
import type { Filters } from "@/lib/practice/filters";
import { catalogueAddress, type SelectionPage } from "./chosen-filters";

/** Links to the page of a selection before and the page after. */
export const Pager = ({
  locale,
  filters,
  page,
  pages,
  of = "catalogue",
}: {
  locale: Locale;
  filters: Filters;
  page: number;
  pages: number;
  of?: SelectionPage;
}) => (
  <ListPages {...{ locale, page, pages }} to={(number) => catalogueAddress(locale, { ...filters, page: number }, of)} />
);
