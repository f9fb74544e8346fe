using System.Globalization;

namespace OneVisit.Local.FunctionsWorker.Binding;

/// <summary>
/// The conversions of route values that the real worker has: text as it is, GUIDs, instants, and what reads as a JSON number or truth value.
/// A DateOnly or an enum is not among them: their text is no JSON.
/// </summary>
internal static class RouteConversion
{
    public delegate bool Converter(string text, out object? value);

    /// <returns>Null when the worker has no such conversion.</returns>
    public static Converter? To(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var t when t == typeof(string) => Text,
        var t when t == typeof(Guid) => (string text, out object? value) => Got(Guid.TryParse(text, out var made), made, out value),
        var t when t == typeof(DateTime) =>
            (string text, out object? value) => Got(DateTime.TryParse(text, CultureInfo.CurrentCulture, out var made), made, out value),
        var t when t == typeof(DateTimeOffset) =>
            (string text, out object? value) => Got(DateTimeOffset.TryParse(text, CultureInfo.CurrentCulture, out var made), made, out value),
        var t when t == typeof(int) => (string text, out object? value) => Got(int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var made), made, out value),
        var t when t == typeof(long) => (string text, out object? value) => Got(long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var made), made, out value),
        var t when t == typeof(double) => (string text, out object? value) => Got(double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var made), made, out value),
        var t when t == typeof(decimal) => (string text, out object? value) => Got(decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var made), made, out value),
        var t when t == typeof(bool) => (string text, out object? value) => Got(text is "true" or "false", text == "true", out value),
        _ => null,
    };

    private static bool Text(string text, out object? value)
    {
        value = text;
        return true;
    }

    private static bool Got(bool parsed, object made, out object? value)
    {
        value = parsed ? made : null;
        return parsed;
    }
}
