package dev.firn.preprocessor.people;

/**
 * How much room people have in a queue: level of service of a queuing area, by square metres per person. Source: Highway
 * Capacity Manual, after Fruin 1971.
 */
public enum QueueService {
    /** More than 1.2 m² each: everybody can walk through. */
    A(1.2),
    /** More than 0.9 m². */
    B(0.9),
    /** More than 0.6 m². */
    C(0.6),
    /** More than 0.3 m²: nobody touches anybody yet. */
    D(0.3),
    /** More than 0.2 m²: people touch, nobody can move. */
    E(0.2),
    /** 0.2 m² and less: a crush. */
    F(0);

    private final double above;

    QueueService(double above) {
        this.above = above;
    }

    /** The level of so many people on so many square metres; {@link #A} where there is nobody. */
    public static QueueService of(double squareMetres, double people) {
        double each = squareMetres / people;
        for (QueueService level : values()) {
            if (each > level.above) {
                return level;
            }
        }
        return F;
    }

    /** Whether people stand closer than is good for them. */
    public boolean isTight() {
        return this == E || this == F;
    }
}
