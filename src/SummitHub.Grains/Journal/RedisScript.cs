using System.Security.Cryptography;
using System.Text;

namespace SummitHub.Grains.Journal;

/// <summary>A script and the SHA-1 by which Redis knows it (EVALSHA); no security rests on it.</summary>
internal sealed class RedisScript(string text)
{
    public string Text { get; } = text;

#pragma warning disable CA5350 // The name that Redis gives to scripts.
    public byte[] Sha1 { get; } = SHA1.HashData(Encoding.UTF8.GetBytes(text));
#pragma warning restore CA5350
}
