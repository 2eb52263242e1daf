namespace SummitHub.Domain.Programme;

/// <summary>What an audience may see of a meeting: the table "Who sees what" of the product.</summary>
public enum Sight
{
    /// <summary>Not that it exists.</summary>
    Nothing,

    /// <summary>Parties, time, place, status.</summary>
    Face,

    /// <summary>All logistics: the face, proposals, conflicts, reasons, interpreters.</summary>
    Logistics,

    /// <summary>A side's: all logistics, and where its own record stands.</summary>
    Side,
}
