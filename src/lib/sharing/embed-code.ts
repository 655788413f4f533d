/** A box on another site. */
export interface EmbedBox {
	/** Whole address of the page in the frame. */
	address: string;
	/** What the frame is, for those who do not see it. */
	title: string;
	/** Where our script is that lets the frame grow with its content; without it the frame keeps its height. */
	script?: string;
}

/** Height of the frame in CSS pixels: a question with its answers fits at the width of a phone. */
export const embedHeight = 640;

const entities: Record<string, string> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };
const inAttribute = (text: string): string => text.replace(/[&"<>]/g, (sign) => entities[sign]!);

/** The HTML that a web editor pastes into their own page. */
export function embedCode({ address, title, script }: EmbedBox): string {
	const frame = `<iframe src="${inAttribute(address)}" title="${inAttribute(title)}" style="width:100%;height:${embedHeight}px;border:0" loading="lazy"></iframe>`;
	return script ? `${frame}\n<script src="${inAttribute(script)}" async></script>` : frame;
}
