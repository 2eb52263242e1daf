using Orleans.Concurrency;

namespace SummitHub.Contracts.Programme;

/// <summary>The timetable of one summit: its single writer. Its key is the summit's id.</summary>
[Alias("summithub.IProgrammeGrain"), GrainInterfaceType("summithub.programme")]
public interface IProgrammeGrain : IGrainWithStringKey
{
    /// <summary>
    /// Decides an operation. The answer is durable: an acceptance is in the log, and a refusal was decided on a state that is.
    /// It is given at most once for an operation id: a repetition answers <see cref="Accepted"/> as before and changes nothing.
    /// </summary>
    /// <exception cref="ProgrammeUnavailableException">Whether it was done is not known: ask again with the same operation id.</exception>
    [Alias("Execute")]
    Task<ProgrammeReply> Execute(Operation operation);

    /// <summary>Lets this activation go, so that the next call reads the log anew. Used when a sample starts over.</summary>
    [Alias("Retire"), AlwaysInterleave]
    Task Retire();
}

/// <summary>The machine's no: whether the operation was done is not known, and will be when it is asked again under the same id.</summary>
[GenerateSerializer, Alias("summithub.ProgrammeUnavailableException")]
public sealed class ProgrammeUnavailableException : Exception
{
    /// <summary>Says what failed.</summary>
    public ProgrammeUnavailableException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
