using System.Reflection;

namespace Wavetank.Architecture.Tests.SocketParity;

/// <summary>A member as a program sees it, without namespaces, so that the platform's and ours read the same where they are the same.</summary>
internal static class MemberText
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>The public and protected members that a type declares.</summary>
    public static IEnumerable<string> Of(Type type) => type.GetMembers(Declared).Select(member => Of(type, member)).OfType<string>();

    private static string? Of(Type type, MemberInfo member) => member switch
    {
        ConstructorInfo { IsStatic: false } constructor when IsVisible(constructor) => $"{Access(constructor)}new {type.Name}({Parameters(constructor)})",
        MethodInfo method when IsVisible(method) && !IsAccessor(type, method) =>
            $"{Access(method)}{NameOf(method.ReturnType)} {type.Name}.{method.Name}({Parameters(method)})",
        PropertyInfo property when new[] { property.GetMethod, property.SetMethod }.Any(IsVisible) =>
            $"{Access((property.GetMethod ?? property.SetMethod)!)}{NameOf(property.PropertyType)} {type.Name}.{property.Name}"
                + $" {{ {Accessor("get", property.GetMethod)}{Accessor("set", property.SetMethod)}}}",
        EventInfo { AddMethod: { } add } @event when IsVisible(add) => $"{Access(add)}event {NameOf(@event.EventHandlerType!)} {type.Name}.{@event.Name}",
        FieldInfo field when field.IsPublic || field.IsFamily => $"{NameOf(field.FieldType)} {type.Name}.{field.Name}",
        _ => null,
    };

    private static bool IsVisible(MethodBase? method) => method is not null && (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly);

    private static bool IsAccessor(Type type, MethodInfo method) =>
        method.IsSpecialName
        && (type.GetProperties(Declared).Any(property => property.GetAccessors(nonPublic: true).Contains(method))
            || type.GetEvents(Declared).Any(@event => @event.AddMethod == method || @event.RemoveMethod == method));

    private static string Access(MethodBase method) => (method.IsPublic ? "" : "protected ") + (method.IsStatic ? "static " : "");

    private static string Accessor(string name, MethodInfo? method) => IsVisible(method) ? $"{(method!.IsPublic ? "" : "protected ")}{name}; " : "";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        string kind = parameter.IsOut ? "out " : parameter.ParameterType.IsByRef ? "ref " : parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "";
        return $"{kind}{NameOf(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? " = " + (parameter.DefaultValue ?? "default") : "")}";
    }

    private static string NameOf(Type type) =>
        type.IsByRef ? NameOf(type.GetElementType()!)
        : type.IsArray ? NameOf(type.GetElementType()!) + "[]"
        : Nullable.GetUnderlyingType(type) is { } underlying ? NameOf(underlying) + "?"
        : type.IsGenericType ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>"
        : type == typeof(nint) ? "nint"
        : Type.GetTypeCode(type) switch
        {
            _ when type.IsEnum => type.Name,
            TypeCode.Boolean => "bool",
            TypeCode.Byte => "byte",
            TypeCode.Int16 => "short",
            TypeCode.Int32 => "int",
            TypeCode.Int64 => "long",
            TypeCode.String => "string",
            TypeCode.Object when type == typeof(object) => "object",
            TypeCode.Object when type == typeof(void) => "void",
            _ => type.Name,
        };
}
