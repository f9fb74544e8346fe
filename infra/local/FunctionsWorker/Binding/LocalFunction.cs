using System.Collections.Immutable;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Local.FunctionsWorker.Invocation;

namespace OneVisit.Local.FunctionsWorker.Binding;

/// <summary>How one parameter gets its value in an invocation. <paramref name="Kind"/> is the binding's wire name, null for context, token and route values.</summary>
internal sealed record BoundParameter(ParameterInfo Info, string? Kind, Func<LocalFunctionContext, ValueTask<object?>> Value);

/// <summary>A function found in an assembly, with everything checked that can be checked before it runs.</summary>
internal sealed class LocalFunction(string name, MethodInfo method, FunctionTrigger trigger, ImmutableArray<BoundParameter> parameters)
{
    private readonly ObjectFactory? create = method.IsStatic ? null : ActivatorUtilities.CreateFactory(method.DeclaringType!, Type.EmptyTypes);

    public string Name => name;

    public FunctionTrigger Trigger => trigger;

    public ImmutableArray<BoundParameter> Parameters => parameters;

    public FunctionDefinition Definition { get; } = new Declared(name, method, parameters);

    /// <summary>Calls the method on a fresh instance and waits for it.</summary>
    public async Task<object?> CallAsync(IServiceProvider services, object?[] values)
    {
        var instance = create?.Invoke(services, null);
        var returned = method.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, values, null);
        if (returned is not Task task)
            return returned;
        await task;
        return ResultOf(task, method.ReturnType);
    }

    private static object? ResultOf(Task task, Type declared) =>
        declared.IsGenericType ? declared.GetProperty(nameof(Task<object>.Result))!.GetValue(task) : null;

    private sealed class Declared(string name, MethodInfo method, ImmutableArray<BoundParameter> parameters) : FunctionDefinition
    {
        public override ImmutableArray<FunctionParameter> Parameters { get; } =
            [.. parameters.Select(p => new FunctionParameter(p.Info.Name!, p.Info.ParameterType, p.Info.HasDefaultValue, p.Info.HasDefaultValue ? p.Info.DefaultValue : null))];

        public override string PathToAssembly { get; } = method.DeclaringType!.Assembly.Location;

        public override string EntryPoint { get; } = $"{method.DeclaringType!.FullName}.{method.Name}";

        public override string Id => Name;

        public override string Name => name;

        public override IImmutableDictionary<string, BindingMetadata> InputBindings { get; } = parameters
            .Where(p => p.Kind is not null)
            .ToImmutableDictionary(p => p.Info.Name!, p => (BindingMetadata)new Incoming(p.Info.Name!, p.Kind!));

        public override IImmutableDictionary<string, BindingMetadata> OutputBindings { get; } = ImmutableDictionary<string, BindingMetadata>.Empty;
    }

    private sealed class Incoming(string name, string type) : BindingMetadata
    {
        public override string Name => name;

        public override string Type => type;

        public override BindingDirection Direction => BindingDirection.In;
    }
}
