using System.Collections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OneVisit.Domain.Identity;

namespace OneVisit.Hosting;

/// <summary>
/// The last net: what looks like somebody's number in a line, its facts, its scopes or its exception is masked, and the line says that something was. Nothing of ours writes such a
/// line, and tests say so; a library that puts what it was given into an exception might. Where libraries tell of requests, what opens something by itself is left out of the addresses.
/// </summary>
public sealed class ScrubbedLogs(ILoggerFactory inner) : ILoggerFactory
{
    /// <summary>How a line begins that was about to tell a number: an alarm listens for it.</summary>
    public const string Mark = "A number was masked in this line: ";

    /// <summary>After whatever else adds places to write to.</summary>
    public static void Add(IServiceCollection services)
    {
        services.AddLogging();
        services.Replace(ServiceDescriptor.Singleton<ILoggerFactory>(provider => new ScrubbedLogs(new LoggerFactory(
            provider.GetServices<ILoggerProvider>(), provider.GetRequiredService<IOptionsMonitor<LoggerFilterOptions>>(), provider.GetRequiredService<IOptions<LoggerFactoryOptions>>()))));
    }

    public ILogger CreateLogger(string categoryName) => new Pen(inner.CreateLogger(categoryName), TellsAddresses(categoryName));

    public void AddProvider(ILoggerProvider provider) => inner.AddProvider(provider);

    public void Dispose() => inner.Dispose();

    // Their scopes hold the address of the request that came or goes: what stands in it may be anything that a stranger typed, a name too.
    private static bool TellsAddresses(string category) => category.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) || category.StartsWith("System.Net.Http.", StringComparison.Ordinal);

    private sealed class Pen(ILogger inner, bool tellsAddresses) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => tellsAddresses ? null : Facts.Tell(state) is { } facts ? inner.BeginScope(facts) : inner.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!inner.IsEnabled(logLevel))
                return;
            var text = formatter(state, exception);
            var (masked, trouble, facts) = (WrittenNumbers.Masked(text), MaskedException.Of(exception), Facts.Tell(state));
            var clean = masked == text && ReferenceEquals(trouble, exception) && facts is null;
            if (tellsAddresses)
                inner.Log(logLevel, eventId, Facts.Without((object?)facts ?? state, KeysInAddresses.Masked) with { Text = (clean ? "" : Mark) + KeysInAddresses.Masked(masked) }, trouble, static (told, _) => told.Text);
            else if (clean)
                inner.Log(logLevel, eventId, state, exception, formatter);
            else
                inner.Log(logLevel, eventId, (facts ?? Facts.None) with { Text = Mark + masked }, trouble, static (told, _) => told.Text);
        }
    }

    /// <summary>Facts of a line or a scope, masked.</summary>
    private sealed record Facts(string Text, IReadOnlyList<KeyValuePair<string, object?>> All) : IReadOnlyList<KeyValuePair<string, object?>>
    {
        public static Facts None { get; } = new("", []);

        public int Count => All.Count;

        public KeyValuePair<string, object?> this[int index] => All[index];

        /// <returns><c>null</c>: there is nothing to mask in them.</returns>
        public static Facts? Tell(object? state)
        {
            if (state is string text)
                return WrittenNumbers.Masked(text) is var masked && masked != text ? None with { Text = masked } : null;
            if (state is not IEnumerable<KeyValuePair<string, object?>> facts)
                return null;
            var all = Without(facts, WrittenNumbers.Masked);
            return all.Zip(facts).Any(pair => !Equals(pair.First.Value, pair.Second.Value)) ? all : null;
        }

        public static Facts Without(object? state, Func<string, string> masked) => state is IEnumerable<KeyValuePair<string, object?>> facts
            ? None with { All = [.. facts.Select(fact => KeyValuePair.Create<string, object?>(fact.Key, fact.Value is string told ? masked(told) : fact.Value))] }
            : None;

        public override string ToString() => Text;

        public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => All.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    /// <summary>Stands for an exception that tells a number, wherever in it.</summary>
    private sealed class MaskedException(string message, string whole) : Exception(message)
    {
        public override string ToString() => whole;

        public static Exception? Of(Exception? exception) =>
            exception?.ToString() is { } whole && WrittenNumbers.Masked(whole) is var masked && masked != whole ? new MaskedException(WrittenNumbers.Masked(exception.Message), masked) : exception;
    }
}
