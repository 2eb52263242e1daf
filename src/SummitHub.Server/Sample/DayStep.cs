using System.Collections.Immutable;
using SummitHub.Server.Interchange;

namespace SummitHub.Server.Sample;

/// <summary>Something the script does once.</summary>
/// <param name="Name">What it is, unique in its course.</param>
/// <param name="Done">Whether it is so already, by the script before a restart or by somebody who acted beside it.</param>
/// <param name="Due">When it is due as things stand; null where it is not, or never will be.</param>
/// <param name="Make">What is asked, as having happened at an instant; null where there is nothing to do after all.</param>
internal sealed record DayStep(
    string Name,
    Func<IDayView, bool> Done,
    Func<IDayView, DateTimeOffset?> Due,
    Func<IDayView, DateTimeOffset, SummitStep?> Make);

/// <summary>Steps that come one after the other, as those of one meeting or one sitting do.</summary>
/// <param name="Name">Whose steps they are.</param>
/// <param name="Steps">The steps, in order.</param>
internal sealed record DayCourse(string Name, ImmutableArray<DayStep> Steps);
