using System.Reflection;

namespace Microsoft.DurableTask;

/// <summary>An exception as the history keeps it: full type name, message, stack and cause, as text. Nothing here fills <paramref name="Properties"/>.</summary>
public record TaskFailureDetails(string ErrorType, string ErrorMessage, string? StackTrace, TaskFailureDetails? InnerFailure, IDictionary<string, object?>? Properties)
{
    public override string ToString() => $"{ErrorType}: {ErrorMessage}";

    /// <summary>Whether the failure is of that exception type or one derived from it; false if its type is not loaded here.</summary>
    public bool IsCausedBy<T>()
        where T : Exception => IsCausedBy(typeof(T));

    /// <inheritdoc cref="IsCausedBy{T}"/>
    /// <exception cref="ArgumentException">The type is not an exception.</exception>
    /// <exception cref="AmbiguousMatchException">Several loaded assemblies know a type of that name.</exception>
    public bool IsCausedBy(Type targetBaseExceptionType)
    {
        ArgumentNullException.ThrowIfNull(targetBaseExceptionType);
        if (!typeof(Exception).IsAssignableFrom(targetBaseExceptionType))
            throw new ArgumentException($"{targetBaseExceptionType} is not an exception type.", nameof(targetBaseExceptionType));

        return FindType(targetBaseExceptionType.Assembly) is { } thrown && targetBaseExceptionType.IsAssignableFrom(thrown);
    }

    public static TaskFailureDetails FromException(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return new(
            exception.GetType().ToString(),
            exception.Message,
            exception.StackTrace,
            InnerOf(exception),
            Properties: null);
    }

    private static TaskFailureDetails? InnerOf(Exception exception) => exception switch
    {
        TaskFailedException { InnerException: null } failed => failed.FailureDetails,
        { InnerException: { } inner } => FromException(inner),
        _ => null,
    };

    private Type? FindType(Assembly likely)
    {
        if (string.IsNullOrEmpty(ErrorType)) return null;
        if ((Type.GetType(ErrorType) ?? likely.GetType(ErrorType)) is { } near) return near;

        var everywhere = AppDomain.CurrentDomain.GetAssemblies()
            .Select(assembly => assembly.GetType(ErrorType)).OfType<Type>().Distinct().Take(2).ToList();
        return everywhere.Count > 1
            ? throw new AmbiguousMatchException($"Several exception types are called '{ErrorType}'.")
            : everywhere.FirstOrDefault();
    }
}
