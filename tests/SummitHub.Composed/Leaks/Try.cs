using System.Text;

namespace SummitHub.Composed.Leaks;

/// <summary>One call at a door.</summary>
/// <param name="Door">The door.</param>
/// <param name="Path">The address.</param>
/// <param name="Body">The body, as JSON; null for none.</param>
/// <param name="IfMatch">The version that it names.</param>
internal sealed record Try(Door Door, string Path, string? Body, string? IfMatch)
{
    /// <summary>The call as it is sent.</summary>
    public HttpRequestMessage Message()
    {
        var call = new HttpRequestMessage(new(Door.Method), Path);
        if (Body is not null) call.Content = new StringContent(Body, Encoding.UTF8, "application/json");
        if (IfMatch is not null) call.Headers.TryAddWithoutValidation("If-Match", IfMatch);
        call.Headers.TryAddWithoutValidation("Accept", Door.IsPage ? "text/html" : "*/*");
        return call;
    }

    /// <summary>As findings call it.</summary>
    public override string ToString() => $"{Door.Method} {Path}{(IfMatch is null ? "" : $" If-Match: {IfMatch}")}{(Body is null ? "" : $" {Body}")}";
}
