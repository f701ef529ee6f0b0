package dev.jcompose.load;

/** How a value of a later file joins the one of an earlier file. */
public enum MergeRule {
    /** Mappings key by key, sequences one after the other, scalars replaced; a null changes nothing. */
    DEEP,
    /** The later value alone counts, a null too. */
    REPLACE,
    /** Both as sequences ({@code k: v} becomes {@code k=v}), one after the other. */
    SEQUENCE,
    /** As {@link #SEQUENCE}, without what is there already. */
    NEW_ITEMS,
    /** Options join only where the drivers are the same or one file names none. */
    LOGGING,
    /** Address pools of the same subnet join. */
    POOLS
}
