using System.Globalization;

namespace OneVisit.Local.Platform.People;

/// <summary>ID numbers (GB 11643) of people who do not exist.</summary>
internal static class ResidentNumber
{
    private const int Length = 18;
    private const string CheckCharacters = "10X98765432";
    private static ReadOnlySpan<byte> Weights => [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <param name="area">Six digits: the place of first coding, not where somebody lives.</param>
    /// <param name="sequence">From 0 to 999; odd is a man's.</param>
    public static string Of(string area, DateOnly born, int sequence)
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"{area}{born:yyyyMMdd}{sequence:D3}");
        return digits + Check(digits);
    }

    public static bool IsValid(string? number) =>
        number is { Length: Length } && number.AsSpan(0, Length - 1).IndexOfAnyExceptInRange('0', '9') < 0
        && DateOnly.TryParseExact(number.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) && number[^1] == Check(number);

    private static char Check(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++)
            sum += (digits[i] - '0') * Weights[i];
        return CheckCharacters[sum % CheckCharacters.Length];
    }
}
