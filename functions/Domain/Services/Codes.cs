namespace OneVisit.Domain.Services;

/// <summary>Reads codes back as the values they stand for.</summary>
internal static class Codes
{
    /// <param name="codeOf">Has a code for every value.</param>
    /// <returns><c>null</c>: a code of none.</returns>
    public static T? Parse<T>(string? code, Func<T, string> codeOf)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (codeOf(value) == code)
                return value;
        }
        return null;
    }
}
