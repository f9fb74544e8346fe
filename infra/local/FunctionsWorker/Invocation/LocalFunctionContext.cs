using System.Collections;
using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace OneVisit.Local.FunctionsWorker.Invocation;

/// <summary>One invocation, with a service scope of its own that ends with it.</summary>
internal sealed class LocalFunctionContext(
    FunctionDefinition definition, IServiceScopeFactory scopes, IReadOnlyDictionary<string, object?> bindingData, CancellationToken cancellation)
    : FunctionContext, IAsyncDisposable
{
    // Made when somebody asks: an orchestrator that is put aside in the middle leaves nothing open.
    private AsyncServiceScope? scope;
    private IServiceProvider? services;

    public override string InvocationId { get; } = Guid.NewGuid().ToString();

    public override string FunctionId => FunctionDefinition.Id;

    public override TraceContext TraceContext { get; } = new AmbientTrace();

    public override BindingContext BindingContext { get; } = new BroughtByTrigger(bindingData);

    public override RetryContext RetryContext { get; } = new NeverRetried();

    public override IServiceProvider InstanceServices
    {
        get => services ?? (scope ??= scopes.CreateAsyncScope()).ServiceProvider;
        set => services = value;
    }

    public override FunctionDefinition FunctionDefinition { get; } = definition;

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override IInvocationFeatures Features { get; } = WithResult();

    public override CancellationToken CancellationToken { get; } = cancellation;

    public ValueTask DisposeAsync() => scope?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static TypedFeatures WithResult()
    {
        var features = new TypedFeatures();
        features.Set<InvocationResult>(new Returned());
        return features;
    }

    private sealed class Returned : InvocationResult
    {
        public override object? Value { get; set; }
    }

    private sealed class BroughtByTrigger(IReadOnlyDictionary<string, object?> data) : BindingContext
    {
        public override IReadOnlyDictionary<string, object?> BindingData => data;
    }

    private sealed class NeverRetried : RetryContext
    {
        public override int RetryCount => 0;

        public override int MaxRetryCount => 0;
    }

    private sealed class AmbientTrace : TraceContext
    {
        public override string TraceParent { get; } = Activity.Current?.Id ?? "";

        public override string TraceState { get; } = Activity.Current?.TraceStateString ?? "";
    }

    private sealed class TypedFeatures : IInvocationFeatures
    {
        private readonly Dictionary<Type, object> byType = [];

        public void Set<T>(T instance) => byType[typeof(T)] = instance!;

        public T? Get<T>() => byType.TryGetValue(typeof(T), out var found) ? (T)found : default;

        public IEnumerator<KeyValuePair<Type, object>> GetEnumerator() => byType.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
