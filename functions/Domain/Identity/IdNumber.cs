using System.Globalization;

namespace OneVisit.Domain.Identity;

/// <summary>The arithmetic of GB 11643.</summary>
internal static class IdNumber
{
    private const int Length = 18;
    private const string CheckCharacters = "10X98765432";
    private static ReadOnlySpan<byte> Weights => [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    public static IdReading Read(string? text, DateOnly today)
    {
        var number = TypedText.Compact(text).ToUpperInvariant();
        if (number.Length == 0)
            return new IdReading.Invalid(IdProblem.Empty);
        if (number.Length != Length)
            return new IdReading.Invalid(IdProblem.WrongLength);
        if (!HasRightCharacters(number))
            return new IdReading.Invalid(IdProblem.WrongCharacter);
        if (!DateOnly.TryParseExact(number.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var bornOn) || bornOn.Year < 1900)
            return new IdReading.Invalid(IdProblem.ImpossibleDate);
        if (bornOn > today)
            return new IdReading.Invalid(IdProblem.FutureBirth);
        if (number[^1] != CheckCharacterOf(number))
            return new IdReading.Invalid(IdProblem.WrongCheckDigit);
        return new IdReading.Valid(new ResidentId(number, bornOn));
    }

    /// <summary>The 18th character that belongs to the first 17 digits.</summary>
    public static char CheckCharacterOf(ReadOnlySpan<char> number)
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++)
            sum += (number[i] - '0') * Weights[i];
        return CheckCharacters[sum % 11];
    }

    private static bool HasRightCharacters(string number) =>
        !number.AsSpan(0, Length - 1).ContainsAnyExceptInRange('0', '9') && (char.IsAsciiDigit(number[^1]) || number[^1] == 'X');
}
