using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;

namespace SummitHub.Server.Pages;

/// <summary>
/// The client's files. They are embedded in the server, so that it finds them wherever it is started from, and a client and a server
/// of different builds never meet. Addresses carry a hash of the content, and so are kept by browsers for ever.
/// </summary>
public sealed class ClientFiles
{
    private const string Prefix = "dist/";
    private static readonly Dictionary<string, string> Types = new()
    {
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".svg"] = "image/svg+xml",
    };

    private readonly FrozenDictionary<string, ClientFile> files = typeof(ClientFiles).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToFrozenDictionary(name => name[Prefix.Length..], Load);

    /// <summary>Where a file is found.</summary>
    public string Address(string name) => files.TryGetValue(name, out var file) ? $"/dist/{name}?v={file.Hash}" : $"/dist/{name}";

    /// <summary>Answers a file, compressed where the browser takes it.</summary>
    public Results<FileContentHttpResult, NotFound> Answer(string name, HttpContext http)
    {
        if (!files.TryGetValue(name, out var file)) return TypedResults.NotFound();
        http.Response.Headers.CacheControl = http.Request.Query["v"] == file.Hash ? "public, max-age=31536000, immutable" : "no-cache";
        http.Response.Headers.Vary = "Accept-Encoding";
        var brotli = http.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal);
        if (brotli) http.Response.Headers.ContentEncoding = "br";
        return TypedResults.File(brotli ? file.Brotli.Value : file.Plain, file.Type);
    }

    private static ClientFile Load(string resource)
    {
        using var stream = typeof(ClientFiles).Assembly.GetManifestResourceStream(resource)!;
        var plain = new byte[stream.Length];
        stream.ReadExactly(plain);
        return new ClientFile(plain, Types[Path.GetExtension(resource)], Convert.ToHexStringLower(SHA256.HashData(plain))[..12], new Lazy<byte[]>(() => Compress(plain)));
    }

    private static byte[] Compress(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true)) brotli.Write(plain);
        return packed.ToArray();
    }

    private sealed record ClientFile(byte[] Plain, string Type, string Hash, Lazy<byte[]> Brotli);
}
