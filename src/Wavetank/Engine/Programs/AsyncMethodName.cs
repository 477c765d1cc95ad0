using System.Reflection;

namespace Wavetank.Engine.Programs;

/// <summary>The names in the source of what the compiler made types and methods of its own for.</summary>
internal static class AsyncMethodName
{
    /// <summary>The method that a state machine stands for.</summary>
    public static string Of(Type stateMachine) => Join(stateMachine.DeclaringType, stateMachine.Name);

    /// <summary>A method, which may be that of a lambda.</summary>
    public static string Of(MethodInfo method) => Join(method.DeclaringType, method.Name);

    private static string Join(Type? type, string name)
    {
        // Lambdas with variables live in classes of the compiler's.
        while (type is { DeclaringType: { } outer } && type.Name.StartsWith('<'))
        {
            type = outer;
        }

        return $"{type?.FullName?.Replace('+', '.')}.{Source(name)}";
    }

    /// <summary>
    /// <c>&lt;ServeAsync&gt;d__3</c> is ServeAsync; <c>&lt;&lt;Main&gt;b__0_1&gt;d</c> a lambda in Main; <c>&lt;&lt;Main&gt;g__Log|0_1&gt;d</c> Log in Main.
    /// </summary>
    private static string Source(string name)
    {
        int end = name.LastIndexOf('>');
        if (!name.StartsWith('<') || end < 0)
        {
            return name;
        }

        string inner = name[1..end];
        if (!inner.StartsWith('<'))
        {
            string rest = name[(end + 1)..];
            return rest.StartsWith("b__", StringComparison.Ordinal) ? $"{inner}.lambda"
                : rest.StartsWith("g__", StringComparison.Ordinal) ? $"{inner}.{rest[3..].Split('|')[0]}"
                : inner;
        }

        return Source(inner);
    }
}
