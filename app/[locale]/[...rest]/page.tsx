import { problemMetadata } from "@/components/layout/problem-page";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { problemPage } from "../problem";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props) {
  return problemMetadata(readerLocale(await params), 404);
}

export default async function Page({ params }: Props) {
  return problemPage(readerLocale(await params), 404);
}
