namespace SummitHub.Domain.Programme;

/// <summary>How much somebody sees of a meeting or a commitment, the least first. Who sees what is said by <see cref="WhoSeesWhat"/>.</summary>
public enum Sight
{
    /// <summary>Not that it exists, nor that anybody is busy.</summary>
    Nothing,

    /// <summary>That its people are busy, when asked for: padded, like any other block.</summary>
    Padded,

    /// <summary>That its people, and its room, are held: a plain block, like any other hold.</summary>
    Held,

    /// <summary>Parties, time, place, level, status.</summary>
    Face,

    /// <summary>All logistics: the face, proposals, conflicts, reasons, interpreters.</summary>
    Logistics,

    /// <summary>A side's: all logistics, and where its own record stands.</summary>
    Side,
}
