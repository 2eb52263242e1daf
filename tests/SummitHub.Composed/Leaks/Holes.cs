using System.Diagnostics;
using System.Reflection;
using System.Security.Claims;
using System.Text.RegularExpressions;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Grains.Programme;
using SummitHub.Server.Board;

namespace SummitHub.Composed.Leaks;

/// <summary>Guards taken out on purpose, one at a time, so that it is seen that a search can fail. They are put in the server's composition here; no setting does it.</summary>
internal static partial class Holes
{
    /// <summary>The door of the hole that <see cref="OnePageForgetsWhoAsks"/> makes.</summary>
    public const string Page = "GET /summits/{Summit}/meetings/{Id}";

    /// <summary>The door of the hole that <see cref="ExistenceTakesTime"/> makes.</summary>
    public const string Call = "GET /api/summits/{summit}/meetings/{meeting}";

    private const double LookedUpFor = 0.3;

    /// <summary>A meeting's page is read as the officer who placed it, whoever asks.</summary>
    public static void OnePageForgetsWhoAsks(IServiceCollection services)
    {
        var own = services.Last(s => s.ServiceType == typeof(IBoardReader)).ImplementationType!;
        services.AddSingleton(provider => Forgetful.Before((IBoardReader)ActivatorUtilities.CreateInstance(provider, own)));
    }

    /// <summary>A meeting is looked up before it is asked who wants to know, and that takes 0.3 ms where there is one.</summary>
    public static void ExistenceTakesTime(IServiceCollection services) => services.AddSingleton<IStartupFilter, Lookup>();

    /// <summary>Passes calls on; those for a meeting in the officer's name.</summary>
    internal class Forgetful : DispatchProxy
    {
        private static readonly ClaimsPrincipal Officer = new(new ClaimsIdentity(
            [new("id", "desk"), new("name", "Protocol desk"), new("role", "Desk"), new("summit", "unga74"), new("scopes", "65535")], "hole", "name", "role"));

        private IBoardReader _reader = null!;

        /// <summary>Stands before a reader.</summary>
        public static IBoardReader Before(IBoardReader reader)
        {
            var before = Create<IBoardReader, Forgetful>();
            ((Forgetful)(object)before)._reader = reader;
            return before;
        }

        /// <inheritdoc/>
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
            targetMethod!.Invoke(_reader, targetMethod.Name == nameof(IBoardReader.MeetingAsync) ? [.. args!.Select(a => a is ClaimsPrincipal ? Officer : a)] : args);
    }

    private sealed partial class Lookup(IProgrammeReader programme) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (http, go) =>
            {
                if (Named().Match(http.Request.Path) is { Success: true } named && await programme.MeetingAsync(SummitId.Parse("unga74"), MeetingId.Parse(named.Value), http.RequestAborted) is not null)
                    for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began).TotalMilliseconds < LookedUpFor;) Thread.SpinWait(10);
                await go(http);
            });
            next(app);
        };

        [GeneratedRegex("m-[0-9a-f]{12}")]
        private static partial Regex Named();
    }
}
