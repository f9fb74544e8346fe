using System.Security.Cryptography;

namespace OneVisit.Functions.Oversight;

/// <summary>Where a draw's seed comes from.</summary>
public interface IDrawSeeds
{
    /// <summary>A seed that nobody could foresee, in hexadecimal.</summary>
    string For(string drawId);
}

/// <summary>Chance.</summary>
public sealed class RandomDrawSeeds : IDrawSeeds
{
    private const int Bytes = 16;

    public string For(string drawId) => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));
}
