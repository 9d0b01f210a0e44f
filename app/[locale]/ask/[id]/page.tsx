import "../../../styles/forms.css";
import { type MessagePageProps, messageHead, messagePage } from "../../message-page";
import { ask } from "./actions";

export const dynamic = "force-dynamic";

export const generateMetadata = (props: MessagePageProps) => messageHead("question", props);

export default async function Page(props: MessagePageProps) {
  return messagePage("question", props, ask);
}
