import { problem } from "@/lib/http/problem";

/** Every address of the API that answers nothing. */
export const GET = () => problem(404, "No such resource");
