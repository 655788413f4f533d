/** A sealed crowd of answer sheets. */
export interface BlockRow {
	id: string;
	dialogueId: string;
	/** Label as text, see sealing/label.ts. */
	label: string;
	size: number;
	/** The release that the block was sealed in. */
	seq: number;
	/** 0 when it was too small a rest at closing to be counted in public. */
	counted: number;
}

export interface BlockHistogramRow {
	blockId: string;
	questionKey: string;
	/** Histogram as JSON. */
	histogram: string;
}

export interface SheetRow {
	blockId: string;
	id: string;
	/** Answers as JSON, without texts and background. */
	answers: string;
}

/** Free text after the seal: no block, no background, no time. */
export interface FreeTextRow {
	id: string;
	dialogueId: string;
	questionKey: string;
	text: string;
}

/** Number of sealed sheets per label. */
export interface SealedCountRow {
	dialogueId: string;
	label: string;
	sheets: number;
}

/** What has been published of a question under a label: the only numbers that anybody sees. */
export interface PublishedRow {
	dialogueId: string;
	questionKey: string;
	label: string;
	histogram: string;
}

/** What is sealed but may not be published yet. */
export interface RemainderRow {
	dialogueId: string;
	questionKey: string;
	label: string;
	histogram: string;
}

/** One step of the public chain. */
export interface ReleaseRow {
	dialogueId: string;
	seq: number;
	/** Calendar day, Europe/Stockholm. */
	day: string;
	/** What this release added, canonical JSON. */
	content: string;
	previous: string;
	hash: string;
}

/** Answers per channel of what is sealed. */
export interface ChannelCountRow {
	dialogueId: string;
	channel: string;
	sheets: number;
}

export interface SealingTables {
	block: BlockRow;
	blockHistogram: BlockHistogramRow;
	sheet: SheetRow;
	freeText: FreeTextRow;
	sealedCount: SealedCountRow;
	published: PublishedRow;
	remainder: RemainderRow;
	release: ReleaseRow;
	channelCount: ChannelCountRow;
}
